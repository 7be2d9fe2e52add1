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
import { forgetKey, keepKey, readKey } from './kept-key.ts';
import { officeClient, OfficeFailure } from './base/office-client.ts';
import { type Office, OfficeProvider } from './base/office-context.tsx';
import { OfficeExceptions } from './OfficeExceptions.tsx';
import { OfficeHandOffs } from './OfficeHandOffs.tsx';
import { OfficeFrame } from './OfficeFrame.tsx';
import { OfficeQuarantine } from './OfficeQuarantine.tsx';
import { FailedJobsPage } from './jobs/FailedJobsPage.tsx';
import { SettingsPage } from './settings/SettingsPage.tsx';
import { OfficeSignIn } from './OfficeSignIn.tsx';

const LOOK_AGAIN_MS = 10_000;

function sentence(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** The head office's page: sign in with an API key, then exceptions and quarantine of all stores. */
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

/** Asks for a key as long as there is none that counts. */
function HeadOffice() {
  const [key, setKey] = useState(readKey);
  const [overview, setOverview] = useState<OfficeOverview | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const client = useMemo(() => (key === null ? null : officeClient(key)), [key]);

  const signOut = useCallback((why: string | null = null) => {
    forgetKey();
    setKey(null);
    setOverview(null);
    setTrouble(why);
  }, []);

  const explain = useCallback(
    (error: unknown): string => {
      if (error instanceof OfficeFailure && error.kind === 'signed_out') signOut(error.message);
      return sentence(error);
    },
    [signOut],
  );

  const refresh = useCallback(() => {
    client?.overview().then(
      (seen) => (setOverview(seen), setTrouble(null)),
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

  if (key === null) {
    return (
      <OfficeSignIn
        trouble={trouble}
        onSignIn={(entered) => {
          keepKey(entered);
          setTrouble(null);
          setKey(entered);
        }}
      />
    );
  }
  if (office === null) return <Doorway title={words('office.title')}>{trouble ?? words('kit.oneMoment')}</Doorway>;
  return (
    <OfficeProvider value={office}>
      <OfficeFrame trouble={trouble} onSignOut={() => signOut()}>
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
      <Route>
        <Redirect to="/exceptions" replace />
      </Route>
    </Switch>
  );
}
