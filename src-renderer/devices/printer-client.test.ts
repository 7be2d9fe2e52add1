import { expect, it } from 'vitest';
import type { DeviceAnswer } from '../../domain/device/device-contract.ts';
import type { PrintJob } from '../../domain/device/printer.ts';
import { printerClient } from './printer-client.ts';

const job: PrintJob = { id: 'a', document: { direction: 'ltr', blocks: [{ kind: 'cut' }] } };

it.each<[string, DeviceAnswer, object]>([
  ['an answer', { ok: true, value: { kind: 'printed' } }, { kind: 'printed' }],
  ['a call that was not sent', { ok: false, code: 'not_sent' }, { kind: 'not_reachable' }],
  ['a call that was lost', { ok: false, code: 'lost' }, { kind: 'unsure', why: 'silent' }],
  ['an answer that cannot be read', { ok: true, value: { kind: 'eaten' } }, { kind: 'unsure', why: 'silent' }],
])('tells of %s what may be on paper', async (_what, answer, reply) => {
  const client = printerClient(
    () => Promise.resolve(answer),
    () => ({ driver: 'simulator' }),
  );
  expect(await client.print(job)).toEqual(reply);
});
