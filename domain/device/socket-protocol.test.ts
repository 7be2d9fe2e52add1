import { describe, expect, it } from 'vitest';
import { DEVICE_PORT, deviceAddress, readPairingCode, showPairingCode } from './socket-protocol.ts';

describe('a pairing code', () => {
  it.each([
    [{ port: DEVICE_PORT, code: 'K7P2WX9M' }, 'K7P2-WX9M'],
    [{ port: 5000, code: 'K7P2WX9M' }, '5000:K7P2-WX9M'],
  ])('%j is shown as %s, and read again', (code, shown) => {
    expect(showPairingCode(code)).toBe(shown);
    expect(readPairingCode(shown)).toEqual(code);
  });

  it.each(['k7p2wx9m', ' K7P2 WX9M ', 'K7P2–WX9M'])('is read as it is typed: %j', (typed) => {
    expect(readPairingCode(typed)).toEqual({ port: DEVICE_PORT, code: 'K7P2WX9M' });
  });

  it.each(['', 'K7P2-WX9', 'K7P2-WX9MM', 'a:K7P2-WX9M', '123456:K7P2-WX9M'])('is none: %j', (typed) => {
    expect(readPairingCode(typed)).toBeNull();
  });
});

it('the device host is on this machine', () => {
  expect(deviceAddress(4691)).toBe('ws://127.0.0.1:4691');
});
