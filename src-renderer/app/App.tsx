import { Button, Group, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { Router } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { scannerPrefixes } from '../../domain/barcodes/settings.ts';
import { lockAfter } from '../../domain/associates/settings.ts';
import { EnrolScreen } from './EnrolScreen.tsx';
import { WithdrawnScreen } from './WithdrawnScreen.tsx';
import { loadScannerSetting, typedBefore } from '../kit/scanner/scanner-setting.ts';
import { ScanListener } from '../kit/scanner/ScanListener.tsx';
import { watchIdle } from '../register/idle-lock.ts';
import { SignInScreen } from '../tasks/sign-in/SignInScreen.tsx';
import { brokenSentence } from '../kit/device-sentence.ts';
import { Doorway } from '../kit/Doorway.tsx';
import { Frame } from './Frame.tsx';
import { InsecureScreen } from './InsecureScreen.tsx';
import { Notice } from '../kit/Notice.tsx';
import { Opening } from './Opening.tsx';
import type { RegisterServices } from '../kit/register-services.ts';
import { PaperMarkProvider } from '../kit/paper/PaperMark.tsx';
import { RegisterProvider, useRegister, useSetting, useSignIn } from '../kit/register-context.tsx';
import { Routes } from './Routes.tsx';
import { useCustomerDisplay } from './use-customer-display.ts';
import { SaveCopyButton } from '../kit/SaveCopyButton.tsx';
import type { Opened } from './open-register.ts';
import { keptScheme } from '../kit/color-scheme.ts';
import { cssVariables, themeWith } from '../kit/theme.ts';
import { showLanguageOf, startLanguage } from '../../texts/words/chosen-language.ts';
import { WordsRoot } from '../words/WordsRoot.tsx';
import { words } from '../../texts/words/words.ts';
import { useWords } from '../words/use-words.ts';

/** The whole app. `opening` is the register as it is being opened, once. */
export function App({ opening }: { readonly opening: Promise<Opened> }) {
  const [opened, setOpened] = useState<Opened | null>(null);
  useEffect(() => {
    void opening.then(setOpened);
  }, [opening]);
  const close = useWords()('kit.close');
  const theme = useMemo(() => themeWith(close), [close]);
  return (
    <WordsRoot>
      <MantineProvider theme={theme} cssVariablesResolver={cssVariables} colorSchemeManager={keptScheme} defaultColorScheme="light">
        <Notifications position="top-center" />
        <ScanListener />
        <Router hook={useHashLocation}>
          <Register opened={opened} onOpened={setOpened} />
        </Router>
      </MantineProvider>
    </WordsRoot>
  );
}

function Register({ opened, onOpened }: { readonly opened: Opened | null; readonly onOpened: (opened: Opened) => void }) {
  if (opened === null) return <Opening />;
  switch (opened.kind) {
    case 'ready':
      return <Enrolled shop={opened.services} />;
    case 'not_enrolled':
      return <EnrolScreen opened={opened} onEnrolled={onOpened} />;
    case 'insecure':
      return <InsecureScreen />;
    case 'withdrawn':
      return <WithdrawnScreen opened={opened} />;
    case 'in_use_elsewhere':
      return <OtherWindow whenFree={opened.whenFree} onFree={onOpened} />;
    case 'app_too_old':
      return (
        <Doorway title={words('app.olderThanDevice')}>
          <Notice tone="warn">{words('app.olderThanDeviceText')}</Notice>
        </Doorway>
      );
    case 'storage_broken':
      return (
        <Doorway title={words('app.notOpened')}>
          <Notice tone="bad">{brokenSentence(opened.trouble)}</Notice>
          <Group mt="md" mb="md">
            <Button onClick={() => location.reload()}>{words('app.tryAgain')}</Button>
            <SaveCopyButton />
          </Group>
          <p>{words('app.forSupport', { message: opened.message })}</p>
        </Doorway>
      );
  }
}

/** The register of the shop, or the one in training beside it. Nothing of a screen goes from the one to the other. */
function Enrolled({ shop }: { readonly shop: RegisterServices }) {
  const practice = useStore(shop.training.state, (state) => state.practice);
  return (
    <RegisterProvider key={practice === null ? 'shop' : 'training'} value={practice ?? shop}>
      <PaperMarkProvider value={practice === null ? null : words('training.paper')}>
        <Staffed />
      </PaperMarkProvider>
    </RegisterProvider>
  );
}

/** Says that another window has the register, until that is closed. */
function OtherWindow({ whenFree, onFree }: { readonly whenFree: Promise<Opened>; readonly onFree: (opened: Opened) => void }) {
  useEffect(() => {
    void whenFree.then(onFree);
  }, [whenFree, onFree]);
  return (
    <Doorway title={words('app.otherWindow')}>
      <Notice tone="warn">{words('app.otherWindowText')}</Notice>
    </Doorway>
  );
}

/** Asks for a PIN again when nobody has been at the register for a while. What was begun is kept. */
function useIdleLock(isSignedIn: boolean): void {
  const register = useRegister();
  const afterMs = useSetting(lockAfter) * 60_000;
  useEffect(() => {
    if (!isSignedIn) return undefined;
    return watchIdle({ target: window, afterMs, now: () => Date.now(), onIdle: () => register.signOut() });
  }, [isSignedIn, register, afterMs]);
}

/** Tells whoever listens to the scanner what it types before each code. */
function useScannerPrefixes(): void {
  const prefixes = useSetting(scannerPrefixes);
  useEffect(() => typedBefore.setState(prefixes, true), [prefixes]);
}

/** Shows the language of whoever works here; of the device while nobody does. */
function useLanguageOf(person: string | null): void {
  useLayoutEffect(() => {
    if (person === null) startLanguage(localStorage, navigator.languages);
    else showLanguageOf(localStorage, person);
  }, [person]);
}

function Staffed() {
  const register = useRegister();
  useEffect(() => void loadScannerSetting(register).catch(() => undefined), [register]);
  const associate = useSignIn((state) => state.associate);
  useIdleLock(associate !== null);
  useLanguageOf(associate?.id ?? null);
  useScannerPrefixes();
  useCustomerDisplay();
  if (associate === null) return <SignInScreen />;
  return (
    <Frame>
      <Routes />
    </Frame>
  );
}
