import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import { standIn } from './addresses.ts';
import type { Chromium, Devtools } from './devtools.ts';
import { serveIpc } from './ipc.ts';
import { applyPermissions } from './permissions.ts';
import { intercept } from './protocol.ts';
import { ISOLATED_WORLD, worldScripts } from './worlds.ts';

type OpenHandler = (details: { url: string }) => { action: 'deny' | 'allow' };

/** In inches. */
const A4 = { width: 8.27, height: 11.69 };

interface PrintOptions {
  readonly pageSize: 'A4' | { readonly width: number; readonly height: number };
  readonly margins: Readonly<Record<'top' | 'bottom' | 'left' | 'right', number>>;
  readonly printBackground: boolean;
  readonly generateTaggedPDF: boolean;
}

/** Electron's `webContents`: the page of a window. Its listeners are asked before it goes anywhere. */
export class WebContents extends EventEmitter {
  openHandler: OpenHandler = () => ({ action: 'allow' });
  /** The address that the app itself is loading, which no listener is asked about. */
  loading: string | null = null;
  mainFrame = '';

  /** Set by the window once there is a page. */
  page: Promise<Devtools> | null = null;

  /** Electron hands these options to the same command of Chromium. */
  async printToPDF({ pageSize, margins, printBackground, generateTaggedPDF }: PrintOptions): Promise<Buffer> {
    const page = await this.page;
    if (page === null) throw new Error('The window has no page yet.');
    const { width: paperWidth, height: paperHeight } = pageSize === 'A4' ? A4 : pageSize;
    const { top: marginTop, bottom: marginBottom, left: marginLeft, right: marginRight } = margins;
    const around = { marginTop, marginBottom, marginLeft, marginRight };
    const { data } = await page.send('Page.printToPDF', { paperWidth, paperHeight, ...around, printBackground, generateTaggedPDF });
    return Buffer.from(data, 'base64');
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.openHandler = handler;
  }

  /** Asks the listeners; true when none of them has prevented it. */
  mayLoad(url: string, frameId: string, isRedirect: boolean): boolean {
    const isMainFrame = frameId === this.mainFrame;
    if (isMainFrame && url === this.loading) return true;
    const details = { url, isMainFrame, isSameDocument: false, defaultPrevented: false, preventDefault: () => undefined as void };
    details.preventDefault = () => void (details.defaultPrevented = true);
    const events = isRedirect ? ['will-redirect'] : isMainFrame ? ['will-frame-navigate', 'will-navigate'] : ['will-frame-navigate'];
    for (const event of events) this.emit(event, details, url);
    return !details.defaultPrevented;
  }
}

/** The only screen there is. */
export const SCREEN = { id: 1, bounds: { x: 0, y: 0, width: 1366, height: 768 } };

/** The windows that the app itself is opening; what else appears was opened by a page. */
const opening: SimulatedWindow[] = [];

interface Options {
  readonly width?: number;
  readonly height?: number;
  readonly webPreferences?: { readonly preload?: string; readonly contextIsolation?: boolean; readonly sandbox?: boolean };
}

/** What windows need of the running browser. */
export interface Windows {
  readonly chromium: Promise<Chromium>;
  onContents(contents: WebContents): void;
  onClosed(window: SimulatedWindow): void;
}

/** Puts the app's scripts, handlers and guards around a page that waits for them. */
async function preparePage(page: Devtools, contents: WebContents, preload: string | undefined): Promise<void> {
  const { frameTree } = await page.send('Page.getFrameTree');
  contents.mainFrame = frameTree.frame.id;
  await serveIpc(page);
  await page.send('Page.enable');
  await page.send('Inspector.enable');
  if (preload !== undefined) {
    const scripts = worldScripts(readFileSync(preload, 'utf8'));
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.main });
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.isolated, worldName: ISOLATED_WORLD });
  }
  await intercept(page, (url, frameId, isRedirect) => contents.mayLoad(url, frameId, isRedirect));
}

/** Lets a page go on that nothing is loaded for; the one that opened it waits until it has begun. */
async function refuse(page: Devtools): Promise<void> {
  page.on('Fetch.requestPaused', ({ requestId }) => {
    // The page may have been closed meanwhile.
    page.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' }).catch(() => undefined);
  });
  await page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
  await page.send('Runtime.runIfWaitingForDebugger');
}

/** Electron's `BrowserWindow`, as a page of a real Chromium. */
export class SimulatedWindow extends EventEmitter {
  readonly webContents = new WebContents();
  readonly #windows: Windows;
  readonly #page: Promise<Devtools>;

  constructor(windows: Windows, options: Options) {
    super();
    const { contextIsolation, sandbox, preload } = options.webPreferences ?? {};
    if (contextIsolation === false || sandbox === false) throw new Error('The simulator runs only pages that are isolated and sandboxed.');
    this.#windows = windows;
    this.#page = this.#open(options, preload);
    this.#page.catch(() => undefined);
    this.webContents.page = this.#page;
    windows.onContents(this.webContents);
  }

  async #open({ width = 800, height = 600 }: Options, preload: string | undefined): Promise<Devtools> {
    const { browser, target } = await this.#windows.chromium;
    let own = '';
    let asked = '';
    const attached = new Promise<string>((resolve) => {
      browser.on('Target.attachedToTarget', ({ sessionId, targetInfo: { type, targetId } }) => {
        if (type !== 'page' || targetId === own || (opening.length > 0 && opening[0] !== this)) return;
        if (own === '') {
          own = targetId;
          // Other windows are told of this page, too, and must not take it for theirs.
          setImmediate(() => opening.shift());
          return resolve(sessionId);
        }
        // A window that the page wants to open: it waits, and has loaded nothing.
        const { action } = this.webContents.openHandler({ url: asked });
        if (action === 'allow') throw new Error('The simulator opens no second page.');
        void refuse(target(sessionId))
          .then(() => browser.send('Target.closeTarget', { targetId }))
          .catch(() => undefined);
      });
    });
    browser.on('Target.targetDestroyed', ({ targetId }) => {
      if (targetId === own) this.#windows.onClosed(this);
    });
    opening.push(this);
    void browser.send('Target.createTarget', { url: 'about:blank', newWindow: true, width, height }).catch(() => undefined);
    const page = target(await attached);
    page.on('Page.windowOpen', ({ url }) => (asked = url));
    page.on('Inspector.targetCrashed', () => void this.webContents.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }));
    await page.send('Runtime.runIfWaitingForDebugger');
    await preparePage(page, this.webContents, preload);
    return page;
  }

  /** Resolves when the page has loaded; rejects when it could not be. */
  async loadURL(url: string): Promise<void> {
    const page = await this.#page;
    const { browser } = await this.#windows.chromium;
    const address = standIn(url);
    await applyPermissions(browser, this.webContents, new URL(address).origin);
    const loaded = new Promise<void>((resolve) => page.on('Page.loadEventFired', () => resolve()));
    this.webContents.loading = url;
    const { errorText } = await page.send('Page.navigate', { url: address });
    this.webContents.loading = null;
    if (errorText !== undefined) throw new Error(`${errorText} loading '${url}'`);
    await loaded;
    this.emit('ready-to-show');
  }

  /** A page of Chromium without a screen is always shown, and never minimized. */
  show(): void {}

  showInactive(): void {}

  getBounds() {
    return SCREEN.bounds;
  }

  destroy(): void {
    void this.#page.then((page) => page.send('Page.close')).catch(() => undefined);
  }

  focus(): void {
    void this.#page.then((page) => page.send('Page.bringToFront')).catch(() => undefined);
  }

  isMinimized(): boolean {
    return false;
  }

  restore(): void {}
}
