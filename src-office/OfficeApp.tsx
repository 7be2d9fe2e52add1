import { MantineProvider } from '@mantine/core';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { Redirect, Route, Router, Switch } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import type { OfficeOverview } from '../domain/office/office-protocol.ts';
import { Doorway } from '../src-renderer/kit/Doorway.tsx';
import { cssVariables, themeWith } from '../src-renderer/kit/theme.ts';
import { WordsRoot } from '../src-renderer/words/WordsRoot.tsx';
import { useWords, words } from '../src-renderer/words/words.ts';
import { ScanListener } from '../src-renderer/kit/scanner/ScanListener.tsx';
import type { DutyOfUser } from '../domain/access/access-protocol.ts';
import { forgetToken, keepToken, readToken } from './kept-token.ts';
import { officeClient } from './base/office-client.ts';
import { OfficeFailure } from './base/office-failure.ts';
import { type Office, OfficeProvider } from './base/office-context.tsx';
import { OfficeExceptions } from './OfficeExceptions.tsx';
import { OfficeHandOffs } from './OfficeHandOffs.tsx';
import { OfficeFrame } from './OfficeFrame.tsx';
import { OfficeQuarantine } from './OfficeQuarantine.tsx';
import { FailedJobsPage } from './jobs/FailedJobsPage.tsx';
import { SettingsPage } from './settings/SettingsPage.tsx';
import { PeoplePage } from './people/PeoplePage.tsx';
import { RegistersPage } from './registers/RegistersPage.tsx';
import { AccountPage } from './access/AccountPage.tsx';
import { ActionsPage } from './access/ActionsPage.tsx';
import { Duty } from './access/Duty.tsx';
import { KeysPage } from './access/KeysPage.tsx';
import { SignIn } from './access/SignIn.tsx';
import { UsersPage } from './access/UsersPage.tsx';

const LOOK_AGAIN_MS = 10_000;

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The head office's page: users sign in, and see what they may do for all stores. */
export function OfficeApp() {
  const close = useWords()('kit.close');
  const theme = useMemo(() => themeWith(close), [close]);
  return (
    <WordsRoot>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme="light">
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
  const [token, setToken] = useState(readToken);
  const [duty, setDuty] = useState<DutyOfUser | null>(null);
  const [overview, setOverview] = useState<OfficeOverview | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const client = useMemo(() => (token === null ? null : officeClient(token)), [token]);

  const signOut = useCallback((why: string | null = null) => {
    forgetToken();
    setToken(null);
    setDuty(null);
    setOverview(null);
    setTrouble(why);
  }, []);

  const explain = useCallback(
    (error: unknown): string => {
      if (error instanceof OfficeFailure && error.kind === 'signed_out') signOut(error.message);
      if (error instanceof OfficeFailure && error.kind === 'duty') setDuty(error.duty);
      return sentence(error);
    },
    [signOut],
  );

  const refresh = useCallback(() => {
    client?.overview().then(
      (seen) => (setOverview(seen), setDuty(null), setTrouble(null)),
      (error: unknown) => setTrouble(explain(error)),
    );
  }, [client, explain]);

  useEffect(() => {
    refresh();
    const timer = setInterval(refresh, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [refresh]);

  const office = useMemo<Office | null>(
    () => (client === null || overview === null ? null : { client, overview, refresh, explain }),
    [client, overview, refresh, explain],
  );

  if (client === null) {
    return (
      <SignIn
        trouble={trouble}
        onSignedIn={({ token: given, user }) => {
          keepToken(given);
          setTrouble(null);
          setDuty(user.duty);
          setToken(given);
        }}
      />
    );
  }
  // The server is told, but nobody waits for it: the token is forgotten here whether it hears that or not.
  const leave = (): void => {
    client.signOut().catch(() => undefined);
    signOut();
  };
  if (duty !== null) return <Duty duty={duty} client={client} explain={explain} onDone={refresh} onSignOut={leave} />;
  if (office === null) return <Doorway title={words('office.title')}>{trouble ?? words('kit.oneMoment')}</Doorway>;
  return (
    <OfficeProvider value={office}>
      <OfficeFrame trouble={trouble} onSignOut={leave}>
        <Routes />
      </OfficeFrame>
    </OfficeProvider>
  );
}

/** Which task stands at which address. */
function Routes() {
  return (
    <Switch>
      <Route path="/exceptions" component={OfficeExceptions} />
      <Route path="/hand-offs" component={OfficeHandOffs} />
      <Route path="/quarantine" component={OfficeQuarantine} />
      <Route path="/jobs" component={FailedJobsPage} />
      <Route path="/settings" component={SettingsPage} />
      <Route path="/people" component={PeoplePage} />
      <Route path="/registers" component={RegistersPage} />
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
