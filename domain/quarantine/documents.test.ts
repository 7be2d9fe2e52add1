import { expect, it } from 'vitest';
import { quarantinedOperationDocument } from './documents.ts';

const held = {
  operationId: '0192f0c1-0000-7000-8000-000000000001',
  seq: 3,
  code: 'wrong_store',
  facts: { fault: 'other_store', store: 'S1' },
  at: '2026-03-02T10:00:00.000Z',
};

it('apps of version 1 of the protocol read a text and no facts', () => {
  const { facts: _, ...rest } = held;
  expect(quarantinedOperationDocument.asIsSince).toBe(2);
  expect(quarantinedOperationDocument.asOlder(held)).toEqual({ ...rest, message: 'wrong_store: other_store (store: S1)' });
  expect(quarantinedOperationDocument.asOlder({ ...held, facts: { told: 'An old sentence.' } })).toEqual({
    ...rest,
    message: 'An old sentence.',
  });
});

it('the sentence that an older server wrote is told as it is', () => {
  const { facts: _, ...rest } = held;
  const older = { ...rest, message: 'This register belongs to store S1.' };
  expect(quarantinedOperationDocument.completed(older as never)).toEqual({ ...rest, facts: { told: older.message } });
  expect(quarantinedOperationDocument.completed(held)).toEqual(held);
});
