import { Link, Route, Switch } from 'wouter';
import { ExceptionsScreen } from '../tasks/exceptions/ExceptionsScreen.tsx';
import { HistoryScreen } from '../tasks/history/HistoryScreen.tsx';
import { HomeScreen } from '../tasks/home/HomeScreen.tsx';
import { PickingScreen } from '../tasks/picking/PickingScreen.tsx';
import { PickupScreen } from '../tasks/pickup/PickupScreen.tsx';
import { ReportsScreen } from '../tasks/reports/ReportsScreen.tsx';
import { EmptiesScreen } from '../tasks/empties/EmptiesScreen.tsx';
import { NoReceiptScreen } from '../tasks/no-receipt/NoReceiptScreen.tsx';
import { ReturnsScreen } from '../tasks/returns/ReturnsScreen.tsx';
import { SetAsideScreen } from '../tasks/returns/SetAsideScreen.tsx';
import { SaleScreen } from '../tasks/sale/SaleScreen.tsx';
import { ShiftScreen } from '../tasks/shift/ShiftScreen.tsx';
import { StockScreen } from '../tasks/stock/StockScreen.tsx';
import { SyncScreen } from '../tasks/sync/SyncScreen.tsx';
import { Empty } from '../kit/Notice.tsx';
import { Screen } from '../kit/Screen.tsx';
import { words } from '../../texts/words/words.ts';

/** Which task stands at which address. */
export function Routes() {
  return (
    <Switch>
      <Route path="/" component={HomeScreen} />
      <Route path="/sale" component={SaleScreen} />
      <Route path="/pickup" component={PickupScreen} />
      <Route path="/picking" component={PickingScreen} />
      <Route path="/returns" component={ReturnsScreen} />
      <Route path="/empties" component={EmptiesScreen} />
      <Route path="/no-receipt" component={NoReceiptScreen} />
      <Route path="/set-aside" component={SetAsideScreen} />
      <Route path="/shift" component={ShiftScreen} />
      <Route path="/history" component={HistoryScreen} />
      <Route path="/sync" component={SyncScreen} />
      <Route path="/stock" component={StockScreen} />
      <Route path="/reports" component={ReportsScreen} />
      <Route path="/exceptions" component={ExceptionsScreen} />
      <Route>
        <Screen title={words('app.notFound')}>
          <Empty title={words('app.nothingHere')}>
            <Link href="/">{words('app.goHome')}</Link>
          </Empty>
        </Screen>
      </Route>
    </Switch>
  );
}
