import { Button, Group, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useEffect, useState } from 'react';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { IDLE_LOCK_MS } from '../../domain/associates/associate.ts';
import { EnrolScreen } from './EnrolScreen.tsx';
import { WithdrawnScreen } from './WithdrawnScreen.tsx';
import { loadScannerSetting } from '../kit/scanner/scanner-setting.ts';
import { ScanListener } from '../kit/scanner/ScanListener.tsx';
import { watchIdle } from '../register/idle-lock.ts';
import { SignInScreen } from '../tasks/sign-in/SignInScreen.tsx';
import { brokenSentence } from '../kit/device-sentence.ts';
import { Doorway } from '../kit/Doorway.tsx';
import { Frame } from './Frame.tsx';
import { InsecureScreen } from './InsecureScreen.tsx';
import { Notice } from '../kit/Notice.tsx';
import { Opening } from './Opening.tsx';
import { RegisterProvider, useRegister, useSignIn } from '../kit/register-context.tsx';
import { Routes } from './Routes.tsx';
import { SaveCopyButton } from '../kit/SaveCopyButton.tsx';
import type { Opened } from './open-register.ts';
import { cssVariables, theme } from '../kit/theme.ts';

/** The whole app. `opening` is the register as it is being opened, once. */
export function App({ opening }: { readonly opening: Promise<Opened> }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  useEffect(() => {
    void opening.then(setOpened);
  }, [opening]);
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme="light">
      <Notifications position="top-center" />
      <ScanListener />
      <Router hook={useHashLocation}>
        <Register opened={opened} onOpened={setOpened} />
      </Router>
    </MantineProvider>
  );
}

function Register({ opened, onOpened }: { readonly opened: Opened | null; readonly onOpened: (opened: Opened) => void }) {
  if (opened === null) return <Opening />;
  switch (opened.kind) {
    case 'ready':
      return (
        <RegisterProvider value={opened.services}>
          <Staffed />
        </RegisterProvider>
      );
    case 'not_enrolled':
      return <EnrolScreen opened={opened} onEnrolled={onOpened} />;
    case 'insecure':
      return <InsecureScreen />;
    case 'withdrawn':
      return <WithdrawnScreen opened={opened} />;
    case 'in_use_elsewhere':
      return (
        <Doorway title="Outpost is open in another window">
          <Notice tone="warn">One register works in one window. Go on in the other one, or close it and load this one again.</Notice>
        </Doorway>
      );
    case 'app_too_old':
      return (
        <Doorway title="This app is older than what is on this device">
          <Notice tone="warn">
            A newer version of Outpost has worked on this device, so this one leaves everything as it is. Nothing is lost. Install the
            newest version and open it again; use another register until then.
          </Notice>
        </Doorway>
      );
    case 'storage_broken':
      return (
        <Doorway title="This device could not open its records">
          <Notice tone="bad">{brokenSentence(opened.trouble)}</Notice>
          <Group mt="md" mb="md">
            <Button onClick={() => location.reload()}>Try again</Button>
            <SaveCopyButton />
          </Group>
          <p>Support will ask for this: {opened.message}</p>
        </Doorway>
      );
  }
}

/** Asks for a PIN again when nobody has been at the register for a while. What was begun is kept. */
function useIdleLock(isSignedIn: boolean): void {
  const register = useRegister();
  useEffect(() => {
    if (!isSignedIn) return undefined;
    return watchIdle({ target: window, afterMs: IDLE_LOCK_MS, now: () => Date.now(), onIdle: () => register.signOut() });
  }, [isSignedIn, register]);
}

function Staffed() {
  const register = useRegister();
  useEffect(() => void loadScannerSetting(register).catch(() => undefined), [register]);
  const associate = useSignIn((state) => state.associate);
  useIdleLock(associate !== null);
  if (associate === null) return <SignInScreen />;
  return (
    <Frame>
      <Routes />
    </Frame>
  );
}
