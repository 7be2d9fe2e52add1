import { deviceMethods } from './device-methods.ts';

/**
 * The names of what the page may ask of the machine. They stand apart from their schemas so that the
 * preload script, which only passes calls on, carries no schema library.
 */
export const bridgeMethods = [
  'app.info',
  'journalMirror.append',
  'journalMirror.read',
  'journalMirror.tail',
  'secrets.store',
  'secrets.load',
  'secrets.remove',
  'display.open',
  'pdf.save',
  ...deviceMethods,
] as const;

export type BridgeMethod = (typeof bridgeMethods)[number];

/** The name under which the page finds the bridge, as a property of the global object. */
export const BRIDGE_GLOBAL = 'outpost';

/** The one IPC channel all calls travel on, as `(method, args)`. */
export const BRIDGE_CHANNEL = 'outpost:bridge';
