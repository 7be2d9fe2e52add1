import { describe, expect, it } from 'vitest';
import { AT, operationOf } from '../../test/support/examples.ts';
import { DocumentMap } from '../base/document-map.ts';
import type { Effect } from '../base/effect.ts';
import {
  type GoodsAside,
  keysAside,
  putAside,
  type SetAside,
  setAsideDocument,
  setAsideId,
  setAsideSettled,
  settleSetAside,
} from './set-aside.ts';

const SINCE = '2026-03-01T10:00:00.000Z';

const waiting = (quantity: number): SetAside => ({
  id: 'S1:vendor:A',
  storeId: 'S1',
  sku: 'A',
  name: 'Article A',
  purpose: 'vendor',
  quantity,
  unit: 'piece',
  quantityDecimals: 0,
  since: SINCE,
});
const goods = (given: Partial<GoodsAside> = {}): GoodsAside => ({
  sku: 'A',
  name: 'Article A',
  purpose: 'vendor',
  quantity: 1,
  unit: 'piece',
  quantityDecimals: 0,
  ...given,
});
const known = (quantity: number) => DocumentMap.of(setAsideDocument, waiting(quantity));
const shown = (effects: readonly Effect[]) => setAsideDocument.in(effects).map(({ id, quantity, since }) => [id, quantity, since]);

describe('goods that are set aside', () => {
  it('wait since the first of them came, and are counted together by article and purpose', () => {
    expect(shown(putAside(known(2), 'S1', [goods({ quantity: 3 })], AT))).toEqual([['S1:vendor:A', 5, SINCE]]);
    expect(shown(putAside(known(0), 'S1', [goods()], AT))).toEqual([['S1:vendor:A', 1, AT]]);
    const two = [goods(), goods({ quantity: 2 }), goods({ purpose: 'quarantine' })];
    expect(shown(putAside(new DocumentMap(), 'S1', two, SINCE))).toEqual([
      ['S1:vendor:A', 3, SINCE],
      ['S1:quarantine:A', 1, SINCE],
    ]);
    expect(keysAside('S1', two.slice(0, 1))).toEqual([{ kind: 'set_aside', id: setAsideId('S1', 'vendor', 'A') }]);
  });

  it('have ended once none waits', () => {
    expect(setAsideDocument.endOf(waiting(1))).toBeNull();
    expect(setAsideDocument.endOf(waiting(0))).toBe(SINCE);
  });

  const settled = (outcome: 'shelf' | 'sent' | 'written_off', quantity: number, before: number) =>
    setAsideSettled.apply(
      known(before),
      operationOf({ type: 'set_aside_settled', payload: { sku: 'A', purpose: 'vendor', quantity, outcome } }, { storeId: 'S1' }),
    );
  const stock = (effects: readonly Effect[]) => effects.filter(({ kind }) => kind === 'stock');

  it('[P2] come onto the books when they are sold again, and only then', () => {
    const back = settled('shelf', 2, 3);
    expect(shown(back)).toEqual([['S1:vendor:A', 1, SINCE]]);
    expect(stock(back)).toEqual([{ kind: 'stock', locationId: 'S1', sku: 'A', onHand: 2, reserved: 0, cause: 'set_aside' }]);
    for (const outcome of ['sent', 'written_off'] as const) {
      expect(shown(settled(outcome, 3, 3))).toEqual([['S1:vendor:A', 0, AT]]);
      expect(stock(settled(outcome, 3, 3))).toEqual([]);
    }
  });

  it('[J5] are not settled twice: of two registers that were cut off, the second finds what is left', () => {
    expect(stock(settled('shelf', 3, 1))).toEqual([
      { kind: 'stock', locationId: 'S1', sku: 'A', onHand: 1, reserved: 0, cause: 'set_aside' },
    ]);
    expect(settled('shelf', 1, 0)).toEqual([]);
  });

  it.each([
    [0, 'quantity_not_valid'],
    [1.5, 'quantity_not_valid'],
    [-1, 'quantity_not_valid'],
    [4, 'more_than_set_aside'],
    [3, null],
  ])('refuses %d of three: %s', (quantity, refusal) => {
    const decided = settleSetAside(known(3), 'S1', { sku: 'A', purpose: 'vendor', quantity, outcome: 'sent' });
    expect(decided.ok ? null : decided.refusal).toBe(refusal);
    expect(settleSetAside(new DocumentMap(), 'S1', { sku: 'A', purpose: 'vendor', quantity: 1, outcome: 'sent' })).toMatchObject({
      ok: false,
      refusal: 'more_than_set_aside',
    });
  });
});
