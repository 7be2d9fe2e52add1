import { expect, it } from 'vitest';
import { AT, DATE, EXAMPLE_REQUESTS, STORE } from '../../test/support/examples.ts';
import { FIRST_PREV_HASH } from '../base/envelope.ts';
import { hashedText, sha256Hex } from '../base/hash-operation.ts';
import { nextOperation } from './next-operation.ts';
import { operation, RECEIPT_TYPES } from './operations.ts';
import { upgradeOperation } from './upgrade-operation.ts';

it('[J2] [J7] chains whatever is decided, gaplessly, each with the hash of its content', () => {
  let place = { seq: 0, hash: FIRST_PREV_HASH, receiptCount: 0 };
  EXAMPLE_REQUESTS.forEach((request, index) => {
    const details = {
      id: `0192f0c0-0000-7000-8000-${String(index).padStart(12, '0')}`,
      registerId: 'R1',
      storeId: STORE,
      associateId: null,
      shiftId: null,
      businessDate: DATE,
      at: AT,
      clockOffsetMs: null,
    };
    const { operation: next, written } = nextOperation(request, place, details);
    expect(operation.parse(next)).toEqual(next);
    expect(operation.parse(written)).toEqual(next);
    expect(upgradeOperation(written)).toEqual(next);
    expect([next.seq, next.prevHash]).toEqual([index + 1, place.hash]);
    expect(next.receiptCount - place.receiptCount).toBe(RECEIPT_TYPES.includes(request.type) ? 1 : 0);
    expect(sha256Hex(hashedText(written))).toBe(next.hash);
    place = next;
  });
});
