import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AT, operationOf, STORE } from '../../test/support/examples.ts';
import { DocumentMap } from '../base/document-map.ts';
import { labelState } from '../labels/parcel-label.ts';
import type { ReturnableLine } from '../returns/return-goods.ts';
import { returnLabelAskedFor, returnLabelDocument, returnLabelVoidWanted } from './documents.ts';
import { RETURN_LABEL_OPERATIONS, returnLabelAskedAgain, returnLabelGivenBack, returnLabelWanted } from './operations.ts';
import type { ReturnLabel } from './return-label.ts';
import { askReturnLabelAgain, giveReturnLabelBack, stillToCome, whyNoLabel, wantReturnLabel } from './want-return-label.ts';

const lineOf = (given: Partial<ReturnableLine> = {}): ReturnableLine => ({
  ...{ lineNo: 1, fulfillmentOrderId: 'F1', sku: 'A', name: 'Jacket', quantity: 3, bought: 3, returned: 0, totalMinor: 3_000, taxMinor: 0 },
  ...{ kind: 'goods', unit: 'piece', quantityDecimals: 0, reference: null, taxes: [] },
  ...given,
});
const origin = { kind: 'order', number: 'WEB-1' } as const;
const parcel = { parcelId: 'B1', origin, weightGrams: 800, lastDay: null, mail: null };
const labelOf = (quantity: number, given: Partial<ReturnLabel> = {}): ReturnLabel => ({
  ...parcel,
  lines: [{ lineNo: 1, fulfillmentOrderId: 'F1', sku: 'A', name: 'Jacket', quantity, reason: null, returned: 0 }],
  ...{ storeId: STORE, registerId: 'R1', wantedAt: AT, state: 'have', since: AT, reason: null },
  ...{ trackingNumber: '1Z', cost: null, picture: null, mailed: null },
  ...given,
});
const want = (quantity: number, line = lineOf(), labels: readonly ReturnLabel[] = []) =>
  wantReturnLabel({ ...parcel, choices: [{ line, quantity, reason: 'wrong_size' }] }, labels);

describe('the wish for a return label', () => {
  it('[A2] names the goods with their reasons, and nobody', () => {
    expect(want(2, lineOf({ returned: 1 }))).toEqual({
      ok: true,
      value: {
        type: 'return_label_wanted',
        payload: {
          ...parcel,
          lines: [{ lineNo: 1, fulfillmentOrderId: 'F1', sku: 'A', name: 'Jacket', quantity: 2, reason: 'wrong_size', returned: 1 }],
        },
      },
    });
  });

  it.each([
    ['nothing', want(0), 'nothing_to_return'],
    ['a service', want(1, lineOf({ kind: 'service' })), 'nothing_to_return'],
    ['what is weighed', want(1, lineOf({ unit: 'kg', quantityDecimals: 3 })), 'nothing_to_return'],
    ['what has not left', want(1, lineOf({ ordered: { at: 'pool', orderId: 'O1' } })), 'nothing_to_return'],
    ['what nobody can tell about', want(1, lineOf({ ordered: { at: 'unknown' } })), 'order_state_unknown'],
    ['half a unit', want(0.5), 'quantity_not_valid'],
    ['more than was bought', want(4), 'more_than_was_bought'],
    ['what has come back', want(2, lineOf({ returned: 2 })), 'more_than_was_bought'],
    ['what another label names', want(2, lineOf(), [labelOf(2)]), 'return_label_there'],
  ])('is refused for %s', (_what, wanted, refusal) => {
    expect(wanted).toEqual({ ok: false, refusal });
  });

  it('counts no label of another order, and none that is refused or given back', () => {
    expect(want(3, lineOf(), [labelOf(2, { origin: { kind: 'order', number: 'WEB-2' } })]).ok).toBe(true);
    for (const state of ['refused', 'void_wanted', 'void'] as const) expect(want(3, lineOf(), [labelOf(2, { state })]).ok).toBe(true);
  });

  it('never gives labels for more than can come back, whatever came back meanwhile', () => {
    const units = fc.integer({ min: 0, max: 6 });
    fc.assert(
      fc.property(units, units, units, (bought, returned, labelled) => {
        const line = lineOf({ quantity: 6, bought, returned: Math.min(bought, returned) });
        const left = line.bought - line.returned;
        const known = labelOf(labelled);
        const coming = stillToCome(known, [line]).reduce((sum, { quantity }) => sum + quantity, 0);
        expect(coming).toBeLessThanOrEqual(Math.min(labelled, left));
        for (let quantity = 1; quantity <= 6; quantity += 1) {
          const why = whyNoLabel([{ lineNo: 1, fulfillmentOrderId: 'F1', quantity }], [line], [known]);
          expect(why === null).toBe(quantity + coming <= left);
        }
      }),
    );
  });
});

describe('a return label', () => {
  const knowing = (...labels: ReturnLabel[]) => labels.reduce((known, label) => known.with(returnLabelDocument, label), new DocumentMap());
  const after = (reader: DocumentMap, request: { type: string; payload: object }, storeId = STORE) => {
    const definition = RETURN_LABEL_OPERATIONS.find(({ type }) => type === request.type);
    return definition === undefined ? [] : definition.apply(reader, operationOf(request as never, { storeId }) as never);
  };
  const { lines } = labelOf(1);

  it('[E2] is written down before anybody asks for it, once for a parcel', () => {
    const wanted = returnLabelWanted.request({ ...parcel, lines });
    const effects = after(knowing(), wanted);
    expect(returnLabelDocument.in(effects)).toEqual([labelOf(1, { state: 'wanted', trackingNumber: null })]);
    expect(returnLabelAskedFor.in(effects)).toEqual([{ parcelId: 'B1' }]);
    expect(after(knowing(labelOf(1)), wanted)).toEqual([]);
  });

  it('is asked for again while there is none, and given back once there is one', () => {
    const may = (decide: (label: ReturnLabel) => { readonly ok: boolean }) =>
      labelState.options.filter((state) => decide(labelOf(1, { state })).ok);
    expect(may(askReturnLabelAgain)).toEqual(['wanted', 'unknown', 'refused']);
    expect(may(giveReturnLabelBack)).toEqual(['have']);
  });

  it('[E2] of which nobody knows stays unknown when it is asked for again, and a refused one is wanted anew', () => {
    const again = returnLabelAskedAgain.request({ parcelId: 'B1' });
    expect(returnLabelDocument.in(after(knowing(labelOf(1, { state: 'unknown' })), again))).toMatchObject([{ state: 'unknown' }]);
    const refused = after(knowing(labelOf(1, { state: 'refused', reason: 'carrier_address_refused' })), again);
    expect(returnLabelDocument.in(refused)).toMatchObject([{ state: 'wanted', reason: null }]);
    expect(returnLabelAskedFor.in(refused)).toEqual([{ parcelId: 'B1' }]);
    expect(after(knowing(labelOf(1)), again)).toEqual([]);
  });

  it('[A3] waits to be given back, and not for another store', () => {
    const back = returnLabelGivenBack.request({ parcelId: 'B1' });
    const effects = after(knowing(labelOf(1)), back);
    expect(returnLabelDocument.in(effects)).toMatchObject([{ state: 'void_wanted', trackingNumber: '1Z' }]);
    expect(returnLabelVoidWanted.in(effects)).toEqual([{ parcelId: 'B1' }]);
    expect(after(knowing(labelOf(1)), back, 'S2')).toEqual([]);
    expect(after(knowing(labelOf(1, { state: 'void' })), back)).toEqual([]);
  });
});

describe('the goods of a label', () => {
  it('are still to come until as many have come back as it announced', () => {
    const coming = (returned: number, given: Partial<ReturnLabel> = {}) =>
      stillToCome(labelOf(2, given), [lineOf({ returned })]).map(({ quantity }) => quantity);
    expect([coming(0), coming(1), coming(2), coming(3)]).toEqual([[2], [1], [], []]);
    expect(coming(0, { state: 'void' })).toEqual([]);
    expect(stillToCome(labelOf(2), [])).toEqual([]);
  });
});
