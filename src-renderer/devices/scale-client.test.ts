import { describe, expect, it } from 'vitest';
import type { DeviceAnswer, DeviceCaller } from '../../domain/device/device-contract.ts';
import { scaleClient } from './scale-client.ts';

const place = { driver: 'nci', host: '10.0.0.6', port: 4001 } as const;
const stable = { kind: 'stable', grams: 1236, isZero: false, isNet: false } as const;

function clientThatHears(answer: DeviceAnswer) {
  const calls: Parameters<DeviceCaller>[] = [];
  const client = scaleClient(
    (...call) => {
      calls.push(call);
      return Promise.resolve(answer);
    },
    () => place,
  );
  return { client, calls };
}

describe('a scale behind the device host', () => {
  it('is asked with its place, and shows what the host brings', async () => {
    const { client, calls } = clientThatHears({ ok: true, value: stable });
    expect([await client.weigh(), await client.zero(), await client.next(stable)]).toEqual([stable, stable, stable]);
    expect(calls).toEqual([
      ['scale.weigh', [place]],
      ['scale.zero', [place]],
      ['scale.next', [place, stable]],
    ]);
  });

  it.each<[string, DeviceAnswer, string]>([
    ['a call that was not sent', { ok: false, code: 'not_sent' }, 'not_reachable'],
    ['a call that was lost', { ok: false, code: 'lost' }, 'silent'],
    ['an answer that cannot be read', { ok: true, value: { kind: 'stable', grams: '1236' } }, 'silent'],
  ])('knows of no weight after %s', async (_what, answer, kind) => {
    expect(await clientThatHears(answer).client.weigh()).toEqual({ kind });
  });
});
