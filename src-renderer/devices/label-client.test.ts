import { expect, it } from 'vitest';
import type { DeviceAnswer } from '../../domain/device/device-contract.ts';
import { labelClient } from './label-client.ts';

const JOB = { id: 'J1', document: { direction: 'ltr', blocks: [{ kind: 'barcode', data: 'T-1' }] } } as const;

it.each<[DeviceAnswer, unknown]>([
  [{ ok: true, value: { kind: 'printed' } }, { kind: 'printed' }],
  [
    { ok: true, value: { kind: 'not_printed', why: 'paper_out' } },
    { kind: 'not_printed', why: 'paper_out' },
  ],
  [
    { ok: true, value: 'something else' },
    { kind: 'unsure', why: 'silent' },
  ],
  [
    { ok: false, code: 'lost' },
    { kind: 'unsure', why: 'silent' },
  ],
  [{ ok: false, code: 'not_sent' }, { kind: 'not_reachable' }],
])('reads %j of the host as %j, and asks for the printer that is set', async (answer, reply) => {
  const asked: unknown[] = [];
  const port = labelClient(
    (method, args) => {
      asked.push([method, ...args]);
      return Promise.resolve(answer);
    },
    () => ({ driver: 'simulator' }),
  );
  expect(await port.print({ ...JOB, document: { ...JOB.document, blocks: [...JOB.document.blocks] } })).toEqual(reply);
  expect(asked).toEqual([['label.print', { driver: 'simulator' }, JOB]]);
});
