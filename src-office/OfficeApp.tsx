import { MantineProvider } from '@mantine/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { useStore } from 'zustand';
import { useHashLocation } from 'wouter/use-hash-location';
import { Doorway } from '../src-renderer/kit/Doorway.tsx';
import { keptScheme } from '../src-renderer/kit/color-scheme.ts';
import { cssVariables, themeWith } from '../src-renderer/kit/theme.ts';
import { WordsRoot } from '../src-renderer/words/WordsRoot.tsx';
import { words } from '../texts/words/words.ts';
import { useWords } from '../src-renderer/words/use-words.ts';
import { ScanListener } from '../src-renderer/kit/scanner/ScanListener.tsx';
import { forgetToken, keepToken, readToken } from './kept-token.ts';
import { officeClient } from './base/office-client.ts';
import { type Office, OfficeProvider } from './base/office-context.tsx';
import { OfficeExceptions } from './OfficeExceptions.tsx';
import { OfficeHandOffs } from './OfficeHandOffs.tsx';
import { OfficeFrame } from './OfficeFrame.tsx';
import { createOfficeSignIn } from './office-sign-in.ts';
import { OnlineOrdersPage } from './OnlineOrdersPage.tsx';
import { OfficeQuarantine } from './OfficeQuarantine.tsx';
import { OrdersPage } from './orders/OrdersPage.tsx';
import { FailedJobsPage } from './jobs/FailedJobsPage.tsx';
import { SettingsPage } from './settings/SettingsPage.tsx';
import { PeoplePage } from './people/PeoplePage.tsx';
import { RegistersPage } from './registers/RegistersPage.tsx';
import { ReportsPage } from './reports/ReportsPage.tsx';
import { PricesPage } from './prices/PricesPage.tsx';
import { ProductsPage } from './products/ProductsPage.tsx';
import { PromotionsPage } from './promotions/PromotionsPage.tsx';
import { CustomersPage } from './customers/CustomersPage.tsx';
import { GiftCardsPage } from './gift-cards/GiftCardsPage.tsx';
import { SignaturesPage } from './signatures/SignaturesPage.tsx';
import { AccountPage } from './access/AccountPage.tsx';
import { ActionsPage } from './access/ActionsPage.tsx';
import { Duty } from './access/Duty.tsx';
import { KeysPage } from './access/KeysPage.tsx';
import { SignIn } from './access/SignIn.tsx';
import { UsersPage } from './access/UsersPage.tsx';

const LOOK_AGAIN_MS = 10_000;

/** The head office's page: users sign in, and see what they may do for all stores. */
export function OfficeApp() {
  const close = useWords()('kit.close');
  const theme = useMemo(() => themeWith(close), [close]);
  return (
    <WordsRoot>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} colorSchemeManager={keptScheme} defaultColorScheme="light">
        <ScanListener />
        <Router hook={useHashLocation}>
          <HeadOffice />
        </Router>
      </MantineProvider>
    </WordsRoot>
  );
}

/** Asks who works here as long as nobody is signed in. */
function HeadOffice() {
  const [signIn] = useState(() => createOfficeSignIn({ readToken, keepToken, forgetToken }, officeClient));
  const { client, duty, overview, trouble } = useStore(signIn.state);
  const refresh = useCallback(() => void signIn.refresh(), [signIn]);

  useEffect(() => {
    if (client === null) return;
    refresh();
    const timer = setInterval(refresh, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [client, refresh]);

  const explain = useCallback((error: unknown): string => (client === null ? '' : signIn.explain(client, error)), [client, signIn]);
  const office = useMemo<Office | null>(
    () => (client === null || overview === null ? null : { client, overview, refresh, explain }),
    [client, overview, refresh, explain],
  );

  if (client === null) return <SignIn trouble={trouble} onSignedIn={signIn.signIn} />;
  if (duty !== null) return <Duty duty={duty} client={client} explain={explain} onDone={refresh} onSignOut={signIn.signOut} />;
  if (office === null) return <Doorway title={words('office.title')}>{trouble ?? words('kit.oneMoment')}</Doorway>;
  return (
    <OfficeProvider value={office}>
      <OfficeFrame trouble={trouble} onSignOut={signIn.signOut}>
        <Routes />
      </OfficeFrame>
    </OfficeProvider>
  );
}

/** Which task stands at which address. */
function Routes() {
  return (
    <Switch>
      <Route path="/orders/:number?" component={OrdersPage} />
      <Route path="/exceptions" component={OfficeExceptions} />
      <Route path="/hand-offs" component={OfficeHandOffs} />
      <Route path="/online-orders" component={OnlineOrdersPage} />
      <Route path="/quarantine" component={OfficeQuarantine} />
      <Route path="/jobs" component={FailedJobsPage} />
      <Route path="/reports" component={ReportsPage} />
      <Route path="/settings" component={SettingsPage} />
      <Route path="/people" component={PeoplePage} />
      <Route path="/registers" component={RegistersPage} />
      <Route path="/products" component={ProductsPage} />
      <Route path="/prices" component={PricesPage} />
      <Route path="/promotions" component={PromotionsPage} />
      <Route path="/customers" component={CustomersPage} />
      <Route path="/signatures" component={SignaturesPage} />
      <Route path="/gift-cards" component={GiftCardsPage} />
      <Route path="/keys" component={KeysPage} />
      <Route path="/users" component={UsersPage} />
      <Route path="/actions" component={ActionsPage} />
      <Route path="/account" component={AccountPage} />
      <Route>
        <Redirect to="/exceptions" replace />
      </Route>
    </Switch>
  );
}
