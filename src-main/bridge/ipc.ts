import type { IpcMain } from 'electron';
import { BRIDGE_CHANNEL } from '../../domain/device/bridge-methods.ts';
import type { BridgeResult } from '../../domain/device/bridge.ts';
import { isOwnFrame } from '../guard/own-page.ts';
import type { BridgeHost } from './host.ts';

/** Serves the bridge over IPC, to the app's own page alone. */
export function serveBridge(ipc: Pick<IpcMain, 'handle'>, host: BridgeHost): void {
  ipc.handle(BRIDGE_CHANNEL, (event, method: unknown, args: unknown): Promise<BridgeResult<unknown>> => {
    if (!isOwnFrame(event.senderFrame)) return Promise.resolve({ ok: false, code: 'untrusted_sender' });
    return host(method, args);
  });
}
