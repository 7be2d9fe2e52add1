import type { App, BrowserWindow, Dialog, IpcMain, Protocol, SafeStorage, Screen, Session } from 'electron';
import { join } from 'node:path';
import { createDeviceHost } from '../devices/host/device-host.ts';
import { type BridgePorts, createBridgeHost } from './bridge/host.ts';
import { serveBridge } from './bridge/ipc.ts';
import { ANY_SERVER, contentPolicy } from '../domain/device/content-policy.ts';
import { createBundleHandler } from './bundle/serve-bundle.ts';
import { confineContents, denyPermissions } from './guard/confine.ts';
import { customerWindow, type Screens } from './display-window.ts';
import { APP_SCHEME } from './guard/own-page.ts';
import { createJournalMirror } from './journal-mirror/journal-mirror.ts';
import { pdfSaver } from './save-pdf.ts';
import { createSafeStorageCipher } from './secrets/safe-storage-cipher.ts';
import { createSecrets } from './secrets/secrets.ts';
import { bringToFront, openWindow } from './window.ts';

/** The parts of Electron that the app uses, handed in so that the wiring can be tested without it. */
export interface ElectronParts {
  app: App;
  BrowserWindow: typeof BrowserWindow;
  dialog: Dialog;
  ipcMain: IpcMain;
  protocol: Protocol;
  safeStorage: SafeStorage;
  /** Asked only once Electron is ready. */
  screen: Pick<Screen, keyof Screens>;
  session: { readonly defaultSession: Session };
}

export interface DesktopOptions {
  /** The folder that holds `desktop/` (the page) and `preload/`. */
  out: string;
  platform: NodeJS.Platform;
  serverUrl: string | null;
  /** The folder of the simulated devices, where they may be used; null in an installed app. */
  simulators: string | null;
}

/**
 * Starts the app: everything that must be settled before Electron is ready, then the guards, the bridge and the
 * window. Gives false, after asking the first one to come to the front, when the app is running already.
 */
export async function startDesktop(electron: ElectronParts, options: DesktopOptions): Promise<boolean> {
  const { app, protocol } = electron;
  if (!app.requestSingleInstanceLock()) {
    app.quit();
    return false;
  }
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);
  app.enableSandbox();
  app.on('web-contents-created', (_event, contents) => confineContents(contents));
  app.on('window-all-closed', () => app.quit());

  await app.whenReady();
  denyPermissions(electron.session.defaultSession);
  protocol.handle(APP_SCHEME, createBundleHandler(join(options.out, 'desktop'), contentPolicy(options.serverUrl ?? ANY_SERVER)));
  const ofWindow: WindowPorts = { openDisplay: () => Promise.resolve(), savePdf: () => Promise.resolve('cancelled') };
  wireBridge(electron, options, ofWindow);
  const onMade = (till: BrowserWindow) => {
    ofWindow.openDisplay = customerWindow(electron.BrowserWindow, electron.screen, till);
    ofWindow.savePdf = pdfSaver(electron.dialog, till, () => app.getPath('documents'));
  };
  const window = await openWindow(electron.BrowserWindow, join(options.out, 'preload/preload.cjs'), app.isPackaged, onMade);
  app.on('second-instance', () => bringToFront(window));
  return true;
}

/** What only a window can do; nothing before there is one. */
type WindowPorts = { -readonly [P in 'openDisplay' | 'savePdf']: BridgePorts[P] };

function wireBridge(
  { app, ipcMain, safeStorage }: ElectronParts,
  { platform, serverUrl, simulators }: DesktopOptions,
  ofWindow: WindowPorts,
): void {
  const userData = app.getPath('userData');
  const journalMirror = createJournalMirror(join(userData, 'journal-mirror.jsonl'));
  const cipher = createSafeStorageCipher(safeStorage, platform);
  const host = createBridgeHost({
    appInfo: () => ({ version: app.getVersion(), platform, packaged: app.isPackaged, serverUrl }),
    journalMirror,
    secrets: createSecrets(join(userData, 'secrets.json'), cipher),
    openDisplay: () => ofWindow.openDisplay(),
    savePdf: (request) => ofWindow.savePdf(request),
    devices: createDeviceHost({
      simulators: () => (app.isPackaged ? null : simulators),
      jobsFile: join(userData, 'print-jobs.jsonl'),
    }),
  });
  serveBridge(ipcMain, host);
  app.on('will-quit', () => void journalMirror.close());
}
