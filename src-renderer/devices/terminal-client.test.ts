import { describe, expect, it } from 'vitest';
import type { DeviceAnswer, DeviceCaller } from '../../domain/device/device-contract.ts';
import { terminalClient } from './terminal-client.ts';

const place = { terminal: { driver: 'simulator' }, saleId: 'R1' } as const;
const request = { serviceId: 'A1', reference: 'P1', currency: 'USD', amountMinor: 100, isPart: false, mustBeOnline: false } as const;
const status = { serviceId: 'A2', of: { serviceId: 'A1', category: 'payment', currency: 'USD' } } as const;

function clientThatHears(answer: DeviceAnswer) {
  const calls: Parameters<DeviceCaller>[] = [];
  const client = terminalClient(
    (...call) => {
      calls.push(call);
      return Promise.resolve(answer);
    },
    () => place,
  );
  return { client, calls };
}

describe('a terminal behind the device host', () => {
  it('is asked with its place, and answers what the host brings', async () => {
    const value = { kind: 'answered', serviceId: 'A1', answer: { result: 'failed', condition: 'Refusal' } };
    const { client, calls } = clientThatHears({ ok: true, value });
    expect(await client.pay(request)).toEqual(value);
    expect(calls).toEqual([['terminal.pay', [place, request]]]);
  });

  it.each([
    ['not_sent', 'not_reachable'],
    ['lost', 'lost'],
  ] as const)('[E2] says of a call that was %s: %s', async (code, kind) => {
    const { client } = clientThatHears({ ok: false, code });
    expect(await client.pay(request)).toEqual({ kind });
    expect(await client.status(status)).toEqual({ kind });
    expect(await client.diagnose('A3')).toEqual({ kind });
    await expect(client.abort({ serviceId: 'A4', of: 'A1' })).resolves.toBeUndefined();
  });

  it('[E2] takes an answer that it cannot read for a lost one', async () => {
    const { client } = clientThatHears({ ok: true, value: { kind: 'answered', serviceId: 'A1', answer: { result: 'approved' } } });
    expect(await client.pay(request)).toEqual({ kind: 'lost' });
  });
});
