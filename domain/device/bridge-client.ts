import type { OutpostBridge } from './bridge.ts';
import type { BridgeMethod } from './bridge-methods.ts';

/** Carries one call to the machine and brings back its result; IPC in the desktop app. */
export type BridgeTransport = (method: BridgeMethod, args: unknown[]) => Promise<unknown>;

/**
 * Builds the bridge over a transport. It only passes on: the other side checks arguments and shapes
 * the results, and both sides come from one build.
 */
export function createBridgeClient(transport: BridgeTransport): OutpostBridge {
  const call = <T>(method: BridgeMethod, ...args: unknown[]) => transport(method, args) as Promise<T>;
  return {
    app: { info: () => call('app.info') },
    journalMirror: {
      append: (lines) => call('journalMirror.append', lines),
      read: (from = 0) => call('journalMirror.read', from),
      tail: () => call('journalMirror.tail'),
    },
    secrets: {
      store: (name, value) => call('secrets.store', name, value),
      load: (name) => call('secrets.load', name),
      remove: (name) => call('secrets.remove', name),
    },
    display: { open: () => call('display.open') },
    pdf: { save: (request) => call('pdf.save', request) },
    devices: { call: (method, args) => call(method, ...args) },
  };
}
