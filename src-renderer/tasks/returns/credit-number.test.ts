import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import type { Operation } from '../../../domain/registry/operations.ts';
import { goodsReturned } from '../../../domain/returns/operations.ts';
import { storedValueId } from '../../../domain/stored-value/stored-value.ts';
import { JournalBuilder } from '../../../test/support/journal-builder.ts';
import type { SyncState } from '../../kit/register-services.ts';
import { type CreditNumber, newCreditNumber, returnWithCredit } from './credit-number.ts';

const journal = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
const sold = journal.sell([['A', 2]]);
const back = journal.takeBack(sold, 1, 'restock');

/** A register that recorded the return at a place, and other things before and after it. */
function registerWith(place: number, lastSeq: number, { creditNumber }: CreditNumber) {
  if (!goodsReturned.is(back)) throw new Error('It is no return.');
  const tenders = back.payload.tenders.map((one) => ({ ...one, kind: 'store_credit' as const, reference: storedValueId(creditNumber) }));
  const issued = { ...back, seq: place, payload: { ...back.payload, tenders } } as Operation;
  const places = Array.from({ length: lastSeq }, (_, index) => (index + 1 === place ? issued : sold));
  const read: number[] = [];
  const register = {
    sync: createStore(() => ({ lastSeq }) as SyncState),
    recordedBefore: (seq: number, limit: number) => {
      read.push(limit);
      return Promise.resolve(places.slice(Math.max(0, seq - 1 - limit), seq - 1).reverse());
    },
  };
  return { register, issued, read };
}

const made = (lastSeq: number) => newCreditNumber({ sync: createStore(() => ({ lastSeq }) as SyncState) });

it.each([
  ['right after it was made', 4, 4],
  ['hours later, after a thousand entries', 4, 1_400],
])('finds the return that issued a number, %s', async (_when, place, lastSeq) => {
  const credit = made(3);
  const { register, issued } = registerWith(place, lastSeq, credit);
  expect(await returnWithCredit(register, credit)).toBe(issued);
});

it('finds none that another number is of, and reads no further back than the number is old', async () => {
  const { register, read } = registerWith(4, 1_400, made(3));
  expect(await returnWithCredit(register, made(1_390))).toBeUndefined();
  expect(read).toEqual([10]);
  expect(await returnWithCredit(register, made(1_400))).toBeUndefined();
  expect(await returnWithCredit(register, { creditNumber: '', creditSince: null })).toBeUndefined();
  expect(read).toEqual([10]);
});

it('finds it among the last few where the draft does not say how old the number is', async () => {
  const credit = { ...made(0), creditSince: null };
  const { register, issued } = registerWith(1_390, 1_400, credit);
  expect(await returnWithCredit(register, credit)).toBe(issued);
});
