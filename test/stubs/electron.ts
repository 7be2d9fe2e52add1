/**
 * Stands in for `electron` in every test: importing the real package in Node starts a download. It notes
 * what the app asked of Electron, in order, and clones whatever crosses IPC as Electron does. A test that
 * wants a fresh process calls `vi.resetModules()` and imports this anew.
 */
import { EventEmitter } from 'node:events';

type Handler = (event: unknown, ...args: unknown[]) => unknown;

/** What a test sets up before, and looks at after. */
export const control = {
  /** What was asked, in order. */
  notes: [] as string[],
  userData: '',
  hasLock: true,
  encryption: true,
  backend: 'gnome_libsecret',
  /** Whether the person saves what is proposed, or closes the dialog. */
  saves: true,
  /** The frame that IPC calls seem to come from. */
  senderFrame: { url: 'app://bundle/', parent: null } as { url: string; parent: unknown } | null,
  exposed: {} as Record<string, unknown>,
  ipcHandlers: new Map<string, Handler>(),
  schemeHandlers: new Map<string, (request: Request) => Promise<Response>>(),
  schemes: [] as { scheme: string; privileges: Record<string, boolean> }[],
  windows: [] as BrowserWindow[],
  permissions: {} as Record<string, unknown>,
};

function note(text: string): void {
  control.notes.push(text);
}

export const app = Object.assign(new EventEmitter(), {
  isPackaged: true,
  requestSingleInstanceLock: () => (note('lock'), control.hasLock),
  enableSandbox: () => void note('enableSandbox'),
  whenReady: () => (note('whenReady'), Promise.resolve()),
  quit: () => void note('quit'),
  exit: (code: number) => void note(`exit ${code}`),
  getPath: (name: string) => (name === 'userData' || name === 'documents' ? control.userData : ''),
  getVersion: () => '1.2.3',
});

export const dialog = {
  /** Takes what is proposed. */
  showSaveDialog: (_window: unknown, { defaultPath }: { defaultPath: string }) =>
    Promise.resolve({ canceled: !control.saves, filePath: control.saves ? defaultPath : '' }),
};

export class WebContents extends EventEmitter {
  openHandler: ((details: { url: string }) => { action: string }) | undefined;
  printToPDF(): Promise<Buffer> {
    note('printToPDF');
    return Promise.resolve(Buffer.from('%PDF-1.4'));
  }
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.openHandler = handler;
  }
}

export class BrowserWindow extends EventEmitter {
  readonly webContents = new WebContents();
  readonly options: unknown;
  minimized = false;
  constructor(options: unknown) {
    super();
    this.options = options;
    control.windows.push(this);
    note('window');
    app.emit('web-contents-created', {}, this.webContents);
  }
  loadURL(url: string): Promise<void> {
    note(`load ${url}`);
    this.emit('ready-to-show');
    return Promise.resolve();
  }
  show(): void {
    note('show');
  }
  showInactive(): void {
    note('show inactive');
  }
  getBounds() {
    return { x: 0, y: 0, width: 1366, height: 820 };
  }
  destroy(): void {
    note('destroy');
  }
  focus(): void {
    note('focus');
  }
  isMinimized(): boolean {
    return this.minimized;
  }
  restore(): void {
    note('restore');
  }
}

export const ipcMain = {
  handle: (channel: string, handler: Handler) => void control.ipcHandlers.set(channel, handler),
};

export const ipcRenderer = {
  async invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    const handler = control.ipcHandlers.get(channel);
    if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
    const event = { senderFrame: control.senderFrame };
    return structuredClone(await handler(event, ...(structuredClone(args) as unknown[])));
  },
};

export const contextBridge = {
  exposeInMainWorld: (name: string, api: unknown) => void (control.exposed[name] = api),
};

export const protocol = {
  registerSchemesAsPrivileged(schemes: (typeof control)['schemes']): void {
    note('registerSchemesAsPrivileged');
    control.schemes = schemes;
  },
  handle(scheme: string, handler: (request: Request) => Promise<Response>): void {
    note(`protocol.handle ${scheme}`);
    control.schemeHandlers.set(scheme, handler);
  },
};

/** Encrypts by turning the text round, which is enough to see that no plain text reaches the disk. */
export const safeStorage = {
  isEncryptionAvailable: () => control.encryption,
  getSelectedStorageBackend: () => control.backend,
  encryptString: (text: string) => Buffer.from(`sealed:${[...text].reverse().join('')}`),
  decryptString(bytes: Buffer): string {
    const text = bytes.toString();
    if (!text.startsWith('sealed:')) throw new Error('Error while decrypting the ciphertext provided to safeStorage.decryptString.');
    return [...text.slice('sealed:'.length)].reverse().join('');
  },
};

/** One screen, on which the till is. */
export const screen = {
  getAllDisplays: () => [{ id: 1, bounds: { x: 0, y: 0, width: 1366, height: 820 } }],
  getDisplayMatching: () => ({ id: 1 }),
};

const remember = (name: string) => (handler: unknown) => {
  note(name);
  control.permissions[name] = handler;
};

export const session = {
  defaultSession: {
    setPermissionRequestHandler: remember('request'),
    setPermissionCheckHandler: remember('check'),
    setDevicePermissionHandler: remember('device'),
    setDisplayMediaRequestHandler: remember('displayMedia'),
  },
};
