import { DocumentMap } from '../base/document-map.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { shiftDocument } from './documents.ts';
import { describe, expect, it } from 'vitest';
import { cartLineOf, closingOf, nothingKnown, operationOf, soldOf, shiftOf } from '../../test/support/examples.ts';
import { StoreOverlay } from '../base/store-overlay.ts';
import { exception } from '../exceptions/exception.ts';
import { applyOperation } from '../registry/apply-operation.ts';
import { permissionOf } from '../registry/permitted.ts';
import type { CashMoved } from './cash-movement.ts';
import { withCash } from './apply-shift.ts';
import { type Shift, shift as shiftSchema } from './shift.ts';

const drawerOf = (given: Partial<Shift>) => DocumentMap.of(shiftDocument, shiftOf(given));
const withDrawer = drawerOf({});
const closed = closingOf({ countedMinor: 1, expectedMinor: 1 });

describe('applyShift', () => {
  it('a drawer is opened with its float and nothing taken', () => {
    const operation = operationOf({ type: 'shift_opened', payload: { currency: 'USD', floatMinor: 10_000 } });
    const effects = applyOperation(nothingKnown, operation);
    const [effect] = effects;
    expect(effect).toMatchObject({ document: 'shift', body: { id: operation.id, floatMinor: 10_000, cashMinor: 0, closed: null } });
    for (const shift of shiftDocument.in(effects)) expect(shiftSchema.parse(shift)).toEqual(shift);
  });

  it('[J9] closing stores what was counted and what was expected', () => {
    const payload = { countedMinor: 10_400, expectedMinor: 10_500, reason: 'wrong_change', leftMinor: 10_000, totals: null };
    const operation = operationOf({ type: 'shift_closed', payload }, { shiftId: 'SHIFT' });
    expect(applyOperation(withDrawer, operation)).toEqual([shiftDocument.put({ ...shiftOf(), closed: { at: operation.at, ...payload } })]);
  });

  it.each<[string, string | null, Partial<Shift>]>([
    ['none', null, {}],
    ['one that nobody knows', 'UNKNOWN', {}],
    ['that of another register', 'SHIFT', { registerId: 'R2' }],
    ['one that was closed before', 'SHIFT', { closed }],
  ])('[J5] closing %s changes no shift, and a person is told', (_, shiftId, given) => {
    const effects = applyOperation(
      drawerOf(given),
      operationOf({ type: 'shift_closed', payload: { countedMinor: 700, expectedMinor: 0 } }, { shiftId }),
    );
    expect(effects).toMatchObject([{ document: 'exception', body: { kind: 'shift_not_closed' } }]);
    for (const one of exceptionDocument.in(effects)) expect(exception.parse(one)).toEqual(one);
  });
});

describe('cash that moves without a sale', () => {
  const moved = (payload: Omit<CashMoved, 'currency' | 'reason' | 'bag'>) =>
    operationOf({ type: 'cash_moved', payload: { ...payload, currency: 'USD', reason: null, bag: null } }, { shiftId: 'SHIFT' });

  it.each([
    ['pay_in', 2_000, 2_500],
    ['pay_out', 300, 200],
    ['drop', 700, -200],
  ] as const)('[J9] %s of %d makes %d', (kind, amountMinor, cashMinor) => {
    expect(applyOperation(withDrawer, moved({ kind, amountMinor }))).toEqual([shiftDocument.put({ ...shiftOf(), cashMinor })]);
  });

  it('[J5] is in no drawer once the shift is closed, and a person is told', () => {
    expect(applyOperation(drawerOf({ closed }), moved({ kind: 'drop', amountMinor: 700 }))).toMatchObject([
      { document: 'exception', body: { kind: 'cash_not_in_drawer', cash: { USD: -700 }, facts: { receipt: 'none', shift: 'closed' } } },
    ]);
  });

  it('needs one permission for the safe, and another for anything else', () => {
    const asked = (kind: CashMoved['kind']) => permissionOf(moved({ kind, amountMinor: 1 }));
    expect([asked('drop'), asked('pay_in'), asked('pay_out')]).toEqual(['cash.drop', 'cash.move', 'cash.move']);
  });
});

describe('a drawer that is handed over', () => {
  const handed = (countedMinor: number, given: Partial<{ shiftId: string }> = {}) =>
    operationOf(
      {
        type: 'drawer_handed_over',
        payload: {
          fromId: 'ASSOCIATE',
          toId: 'BEN',
          currency: 'USD',
          countedMinor,
          expectedMinor: 10_500,
          denominations: null,
          reason: null,
          isAbsent: false,
        },
      },
      { shiftId: 'SHIFT', ...given },
    );

  it.each([
    ['agrees', 10_500, 500],
    ['is short', 10_300, 300],
    ['is over', 10_600, 600],
  ])('[J9] that %s goes on from what was counted, in the name of the colleague', (_what, counted, cashMinor) => {
    expect(applyOperation(withDrawer, handed(counted))).toEqual([shiftDocument.put({ ...shiftOf(), cashMinor, holderId: 'BEN' })]);
  });

  it('[J5] after its shift was closed changes nothing, and a person is told of the difference', () => {
    expect(applyOperation(drawerOf({ closed }), handed(10_300))).toMatchObject([
      { document: 'exception', body: { kind: 'cash_not_in_drawer', cash: { USD: -200 }, facts: { shift: 'closed' } } },
    ]);
  });

  it('needs another permission where the one who answered for it is not there', () => {
    const { payload } = handed(10_500);
    const asked = (isAbsent: boolean) =>
      permissionOf(operationOf({ type: 'drawer_handed_over', payload: { ...(payload as object), isAbsent } as never }));
    expect([asked(false), asked(true)]).toEqual(['shift.close', 'shift.take_over']);
  });
});

describe('withCash', () => {
  const payload = soldOf([cartLineOf()]);
  const sold = (shiftId: string | null = 'SHIFT', currency = 'USD') =>
    operationOf({ type: 'sale_completed', payload: { ...payload, currency } }, { shiftId });
  const operation = sold();
  it.each([
    [250, 750],
    [-700, -200],
  ])('%d more makes %d', (cashMinor, expected) => {
    expect(withCash(withDrawer, operation, cashMinor)).toEqual([shiftDocument.put({ ...shiftOf(), cashMinor: expected })]);
  });

  it('nothing in or out leaves the shift alone, and so does a sale without a shift', () => {
    expect(withCash(withDrawer, operation, 0)).toEqual([]);
    expect(withCash(withDrawer, sold(null), 250)).toEqual([]);
  });

  it('[M3] keeps another currency apart, and says so', () => {
    const first = withCash(withDrawer, sold('SHIFT', 'EUR'), 250);
    expect(first).toMatchObject([
      { document: 'shift', body: { cashMinor: 500, otherCash: { EUR: 250 } } },
      { document: 'exception', body: { kind: 'other_currency', cash: { EUR: 250 } } },
    ]);
    const view = new StoreOverlay(withDrawer);
    view.fold(first);
    expect(withCash(view, sold('SHIFT', 'EUR'), -400)).toMatchObject([
      { body: { cashMinor: 500, otherCash: { EUR: -150 } } },
      { body: { cash: { EUR: -150 } } },
    ]);
    expect(shiftSchema.safeParse(view.get(shiftDocument, 'SHIFT')).success).toBe(true);
  });

  it.each<[string, string, Partial<Shift>]>([
    ['a shift that nobody knows', 'UNKNOWN', {}],
    ['the shift of another register', 'SHIFT', { registerId: 'R2' }],
    ['a shift that was closed', 'SHIFT', { closed }],
    ['a shift that can hold no more', 'SHIFT', { cashMinor: Number.MAX_SAFE_INTEGER }],
  ])('[J5] cash in %s is in no drawer, and a person is told how much it is', (_, shiftId, given) => {
    const view = new StoreOverlay(drawerOf(given));
    const before = view.get(shiftDocument, 'SHIFT');
    view.fold(withCash(view, sold(shiftId), 250));
    view.fold(withCash(view, sold(shiftId), 100));
    expect(view.get(shiftDocument, 'SHIFT')).toEqual(before);
    const [told] = view.changedOf(exceptionDocument).values();
    expect(exception.parse(told)).toMatchObject({ kind: 'cash_not_in_drawer', subject: 'A1-000001', cash: { USD: 350 } });
    expect(view.changedOf(exceptionDocument).size).toBe(1);
  });
});
