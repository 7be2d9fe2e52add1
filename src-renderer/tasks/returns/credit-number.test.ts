import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Operation } from '../../../domain/registry/operations.ts';
import { goodsReturned } from '../../../domain/returns/operations.ts';
import { storedValueId } from '../../../domain/stored-value/stored-value.ts';
import { JournalBuilder } from '../../../test/support/journal-builder.ts';
import type { SyncState } from '../../kit/register-services.ts';
import { newCreditNumber, returnWithCredit } from './credit-number.ts';

const journal = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
const sold = journal.sell([['A', 2]]);
const back = journal.takeBack(sold, 1, 'restock');

it('finds the return that issued a number, and no other', async () => {
  const number = newCreditNumber();
  if (!goodsReturned.is(back)) throw new Error('It is no return.');
  const tenders = back.payload.tenders.map((one) => ({ ...one, kind: 'store_credit' as const, reference: storedValueId(number) }));
  const issued = { ...back, payload: { ...back.payload, tenders } } as Operation;
  const asked: number[] = [];
  const register = {
    sync: createStore(() => ({ lastSeq: 7 }) as SyncState),
    recordedBefore: (seq: number) => (asked.push(seq), Promise.resolve([issued, back, sold])),
  };
  expect(await returnWithCredit(register, number)).toBe(issued);
  expect(await returnWithCredit(register, newCreditNumber())).toBeUndefined();
  expect(asked).toEqual([8, 8]);
});
