import { app, BrowserWindow, dialog, ipcMain, protocol, safeStorage, screen, session } from 'electron';
import { fileURLToPath } from 'node:url';
import { startDesktop } from './desktop.ts';
import { readFlag } from './read-flag.ts';
import { readServerUrl } from './server-url.ts';

// Not awaited: Electron becomes ready only after this module has been evaluated.
startDesktop(
  { app, BrowserWindow, dialog, ipcMain, protocol, safeStorage, screen, session },
  {
    out: fileURLToPath(new URL('..', import.meta.url)),
    platform: process.platform,
    serverUrl: readServerUrl(process.argv, process.env),
    simulators: readFlag(process.argv, 'simulators'),
  },
).catch((error: unknown) => {
  process.stderr.write(`Outpost could not start: ${String(error)}\n`);
  app.exit(1);
});
