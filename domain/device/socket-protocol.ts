import { z } from 'zod';
import { text } from '../base/text.ts';

/** Where the device host of a machine listens, unless it is told otherwise. The page's content policy names it. */
export const DEVICE_PORT = 4691;

/** The address of the device host on this machine. */
export function deviceAddress(port: number): string {
  return `ws://127.0.0.1:${port}`;
}

/** Why the device host did not carry out a request. Nothing was sent to a device, but after `failed` something may have been. */
export const deviceCode = z.enum(['bad_request', 'unknown_method', 'not_paired', 'wrong_code', 'slow_down', 'failed']);

/**
 * What a page asks the device host. `host.pair` takes the code that the host shows and gives a token. `host.open` takes that token and
 * comes first on every connection. All others are methods of the device contract.
 */
export const deviceRequest = z.strictObject({
  id: z.number().int().min(1),
  method: text.max(40),
  args: z.array(z.unknown()).max(4),
});

export const deviceReply = z.discriminatedUnion('ok', [
  z.strictObject({ id: z.number().int(), ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ id: z.number().int(), ok: z.literal(false), code: deviceCode }),
]);

/** Names a device to the host of its machine. */
export const deviceToken = text.min(20).max(100);

/** A pairing code as people type it: letters and digits, with anything between them. The host of another port says that first. */
const TYPED = /^(?:([0-9]{1,5}):)?([A-Z0-9]{8})$/;

export interface PairingCode {
  readonly port: number;
  readonly code: string;
}

/** Reads a pairing code; null where it is none. */
export function readPairingCode(typed: string): PairingCode | null {
  const [, port, code] = TYPED.exec(typed.toUpperCase().replace(/[^A-Z0-9:]/g, '')) ?? [];
  return code === undefined ? null : { port: port === undefined ? DEVICE_PORT : Number(port), code };
}

/** A pairing code as the host shows it. */
export function showPairingCode({ port, code }: PairingCode): string {
  const grouped = `${code.slice(0, 4)}-${code.slice(4)}`;
  return port === DEVICE_PORT ? grouped : `${port}:${grouped}`;
}

export type DeviceCode = z.infer<typeof deviceCode>;
