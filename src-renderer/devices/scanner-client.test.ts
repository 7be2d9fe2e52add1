import { expect, it } from 'vitest';
import type { DeviceAnswer, DeviceCaller } from '../../domain/device/device-contract.ts';
import { scannerClient } from './scanner-client.ts';

const SCANNER = { driver: 'line', end: 'cr', host: '10.0.0.9', port: 4001 } as const;
const HEARD = { line: '0190a0f0-0000-7000-8000-000000000001', seq: 3, isThere: true };
const NEWS = { ...HEARD, seq: 4, events: [{ kind: 'code', code: '96385074' }] };

function thatHears(answer: DeviceAnswer) {
  const calls: Parameters<DeviceCaller>[] = [];
  return { calls, hear: scannerClient((...call) => (calls.push(call), Promise.resolve(answer))) };
}

it('asks with the scanner and what was heard of it, and brings the news', async () => {
  const { calls, hear } = thatHears({ ok: true, value: NEWS });
  expect(await hear(SCANNER, HEARD)).toEqual(NEWS);
  expect(calls).toEqual([['scanner.next', [SCANNER, HEARD]]]);
});

it.each<[string, DeviceAnswer]>([
  ['a call that was not sent', { ok: false, code: 'not_sent' }],
  ['a call that was lost', { ok: false, code: 'lost' }],
  ['an answer that cannot be read', { ok: true, value: { ...NEWS, events: [{ kind: 'code', code: '' }] } }],
])('knows nothing after %s', async (_what, answer) => {
  expect(await thatHears(answer).hear(SCANNER, null)).toBeNull();
});
