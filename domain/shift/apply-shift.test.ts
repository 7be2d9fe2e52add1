import { describe, expect, it } from 'vitest';
import { nothingKnown, operationOf, shiftOf } from '../../test/support/examples.ts';
import { applyShift, withCash } from './apply-shift.ts';
import { shift as shiftSchema } from './shift.ts';

const withDrawer = { ...nothingKnown, shift: (id: string) => (id === 'SHIFT' ? shiftOf() : undefined) };

describe('applyShift', () => {
  it('a drawer is opened with its float and nothing taken', () => {
    const operation = operationOf({ type: 'shift_opened', payload: { currency: 'USD', floatMinor: 10_000 } });
    const [effect] = applyShift(nothingKnown, operation);
    expect(effect).toMatchObject({ kind: 'shift', shift: { id: operation.id, floatMinor: 10_000, cashMinor: 0, closed: null } });
    if (effect?.kind === 'shift') expect(shiftSchema.parse(effect.shift)).toEqual(effect.shift);
  });

  it('[J9] closing stores what was counted and what was expected', () => {
    const payload = { countedMinor: 10_400, expectedMinor: 10_500 };
    const operation = operationOf({ type: 'shift_closed', payload }, { shiftId: 'SHIFT' });
    expect(applyShift(withDrawer, operation)).toEqual([{ kind: 'shift', shift: { ...shiftOf(), closed: { at: operation.at, ...payload } } }]);
  });

  it.each([null, 'UNKNOWN'])('closing shift %j, which is not there, changes nothing', (shiftId) => {
    expect(applyShift(withDrawer, operationOf({ type: 'shift_closed', payload: { countedMinor: 0, expectedMinor: 0 } }, { shiftId }))).toEqual([]);
  });
});

describe('withCash', () => {
  const operation = operationOf({ type: 'order_packed', payload: { fulfillmentOrderId: 'F1' } }, { shiftId: 'SHIFT' });
  it.each([[250, 750], [-700, -200]])('%d more makes %d', (cashMinor, expected) => {
    expect(withCash(withDrawer, operation, cashMinor)).toEqual([{ kind: 'shift', shift: { ...shiftOf(), cashMinor: expected } }]);
  });

  it('nothing in or out leaves the shift alone', () => {
    expect(withCash(withDrawer, operation, 0)).toEqual([]);
  });
});
