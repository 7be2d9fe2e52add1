import { Link, Route, Switch } from 'wouter';
import { ExceptionsScreen } from '../exceptions/ExceptionsScreen.tsx';
import { HistoryScreen } from '../history/HistoryScreen.tsx';
import { HomeScreen } from '../home/HomeScreen.tsx';
import { PickingScreen } from '../picking/PickingScreen.tsx';
import { PickupScreen } from '../pickup/PickupScreen.tsx';
import { ReturnsScreen } from '../returns/ReturnsScreen.tsx';
import { SaleScreen } from '../sale/SaleScreen.tsx';
import { ShiftScreen } from '../shift/ShiftScreen.tsx';
import { SyncScreen } from '../sync/SyncScreen.tsx';
import { Empty } from './Notice.tsx';
import { Screen } from './Screen.tsx';

/** Which task stands at which address. */
export function Rooms() {
  return (
    <Switch>
      <Route path="/" component={HomeScreen} />
      <Route path="/sale" component={SaleScreen} />
      <Route path="/pickup" component={PickupScreen} />
      <Route path="/picking" component={PickingScreen} />
      <Route path="/returns" component={ReturnsScreen} />
      <Route path="/shift" component={ShiftScreen} />
      <Route path="/history" component={HistoryScreen} />
      <Route path="/sync" component={SyncScreen} />
      <Route path="/exceptions" component={ExceptionsScreen} />
      <Route>
        <Screen title="Not found">
          <Empty title="There is nothing here">
            <Link href="/">Go to Home</Link>
          </Empty>
        </Screen>
      </Route>
    </Switch>
  );
}
