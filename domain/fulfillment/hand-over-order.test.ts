import { describe, expect, it } from 'vitest';
import { AT, fulfillmentLineOf, fulfillmentOrderOf } from '../../test/support/examples.ts';
import { applyTo, decisionsFrom, exceptionsIn, orderAfter, orderIn, stockIn } from '../../test/support/fulfillment.ts';
import { PICKUP_KEYS, signedCode } from '../../test/support/signed-codes.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import { declined, unfulfilled } from './documents.ts';
import type { FulfillmentOrder } from './fulfillment-order.ts';
import { orderHandedOver } from './operations.ts';
import type { Proof } from './identity.ts';
import { handOverOrder } from './hand-over-order.ts';
import type { NotTakenReason } from './payloads.ts';

const LEAVING = [{ lineNo: 1, sku: 'A', quantity: 4 }];
const CODE: Proof = { by: 'pickup_code', code: 'K7P2' };

describe('handOverOrder', () => {
  it.each(decisionsFrom('ready', 'not_ready'))('from %o is %s', (state, answer) => {
    const decision = handOverOrder(orderIn(state), { by: 'pickup_code', code: ' k7p2' }, []);
    expect(decision.ok ? 'accepted' : decision.refusal).toBe(answer);
    if (decision.ok) expect(orderHandedOver.payload.parse(decision.value.payload)).toEqual(decision.value.payload);
  });

  const ready = orderIn({ status: 'ready', stagingLocation: 'S', at: AT });

  it.each(['', 'K7P3', 'WEB-7', 'K7P2K7P2'])('refuses against %j', (code) => {
    expect(handOverOrder(ready, { by: 'pickup_code', code }, [])).toEqual({ ok: false, refusal: 'wrong_pickup_code' });
  });

  it('the code of one order does not open another', () => {
    expect(handOverOrder({ ...ready, orderNumber: 'WEB-8' }, CODE, [])).toEqual({ ok: false, refusal: 'wrong_pickup_code' });
  });

  it.each<[Proof, string, string | null]>([
    [{ by: 'identity_document', document: 'passport' }, 'identity_document', 'passport'],
    [{ by: 'proxy', code: 'K7P2', document: 'passport' }, 'proxy', 'passport'],
    [{ by: 'vouched' }, 'vouched', null],
  ])('records how it was checked, and of a document its kind alone: %o', (proof, verifiedBy, documentKind) => {
    expect(handOverOrder(ready, proof, ['passport'])).toMatchObject({ value: { payload: { verifiedBy, documentKind, proofId: null } } });
  });

  it('asks for a signature where the store wants one, but not of a customer who takes nothing', () => {
    const bag = { ...ready, lines: [fulfillmentLineOf({ quantity: 4, picked: 4 })] };
    const required = (proofId: string | null, notTaken: Parameters<typeof handOverOrder>[3] = []) =>
      handOverOrder(bag, CODE, [], notTaken, [], { rule: 'required', proofId });
    const all = [{ lineNo: 1, reason: 'refused', quantity: 4 }] as const;
    expect(required(null)).toEqual({ ok: false, refusal: 'signature_missing' });
    expect(required('P1')).toMatchObject({ value: { payload: { proofId: 'P1' } } });
    expect(required('P1', all)).toMatchObject({ value: { payload: { proofId: null, lines: [] } } });
    expect(required(null, all).ok).toBe(true);
    expect(handOverOrder(bag, CODE, [], [], [], { rule: 'offered', proofId: null }).ok).toBe(true);
  });

  it('records a signed code by its id, so that its double use is found', () => {
    const signed = { ...ready, pickupCodeId: 'C1' };
    const recorded = (proof: Proof) => handOverOrder(signed, proof, ['passport'], [], PICKUP_KEYS);
    expect(recorded({ by: 'pickup_code', code: signedCode() })).toMatchObject({
      value: { payload: { verifiedBy: 'order_confirmation', codeId: 'C1' } },
    });
    expect(recorded({ by: 'proxy', code: signedCode(), document: 'passport' })).toMatchObject({
      value: { payload: { verifiedBy: 'proxy', codeId: 'C1', documentKind: 'passport' } },
    });
    expect(recorded(CODE)).toMatchObject({ value: { payload: { verifiedBy: 'pickup_code', codeId: null } } });
    expect(recorded({ by: 'pickup_code', code: signedCode({ by: 'K2' }) })).toEqual({ ok: false, refusal: 'pickup_code_forged' });
  });

  it('[A1] needs another permission where a colleague answers for it', () => {
    const vouched = handOverOrder(ready, { by: 'vouched' }, []);
    const byCode = handOverOrder(ready, CODE, []);
    if (!vouched.ok || !byCode.ok) throw new Error('Both are accepted.');
    expect(orderHandedOver.permissionFor(vouched.value.payload)).toBe('order.vouch');
    expect(orderHandedOver.permissionFor(byCode.value.payload)).toBe('order.hand_over');
  });

  const three = orderIn({ status: 'ready', stagingLocation: 'S', at: AT });
  const bag = { ...three, lines: [fulfillmentLineOf({ quantity: 3, picked: 3 }), fulfillmentLineOf({ lineNo: 2, sku: 'B' })] };

  it('parts what was picked into what leaves and what the customer does not take', () => {
    const decision = handOverOrder(
      bag,
      CODE,
      [],
      [
        { lineNo: 1, reason: 'refused', quantity: 1 },
        { lineNo: 1, reason: 'damaged', quantity: 1 },
      ],
    );
    expect(decision).toMatchObject({
      value: {
        payload: {
          lines: [{ lineNo: 1, sku: 'A', quantity: 1 }],
          notTaken: [
            { lineNo: 1, sku: 'A', quantity: 1, reason: 'refused' },
            { lineNo: 1, sku: 'A', quantity: 1, reason: 'damaged' },
          ],
        },
      },
    });
  });

  it.each([
    ['more than was picked', [{ lineNo: 1, reason: 'refused' as const, quantity: 4 }]],
    [
      'more than is left beside what is broken',
      [
        { lineNo: 1, reason: 'damaged' as const, quantity: 2 },
        { lineNo: 1, reason: 'refused' as const, quantity: 2 },
      ],
    ],
    ['nothing', [{ lineNo: 1, reason: 'refused' as const, quantity: 0 }]],
    ['a part of a unit', [{ lineNo: 1, reason: 'refused' as const, quantity: 0.5 }]],
    ['a line of which nothing was picked', [{ lineNo: 2, reason: 'refused' as const, quantity: 1 }]],
    ['a line that it does not have', [{ lineNo: 9, reason: 'refused' as const, quantity: 1 }]],
  ])('refuses that the customer leaves %s', (_, notTaken) => {
    expect(handOverOrder(bag, CODE, [], notTaken)).toEqual({ ok: false, refusal: 'quantity_not_valid' });
  });
});

describe('applyOrderHandedOver', () => {
  const ready = (given: Partial<FulfillmentOrder> = {}) =>
    fulfillmentOrderOf({
      state: { status: 'ready', stagingLocation: 'P3', at: AT },
      lines: [fulfillmentLineOf({ quantity: 4, picked: 4 })],
      ...given,
    });
  const handOver = (order: FulfillmentOrder, left: number, stays: [NotTakenReason, number][]) =>
    applyTo(order, {
      type: 'order_handed_over',
      payload: {
        fulfillmentOrderId: 'F1',
        verifiedBy: 'pickup_code',
        lines: left === 0 ? [] : [{ lineNo: 1, sku: 'A', quantity: left }],
        notTaken: stays.map(([reason, quantity]) => ({ lineNo: 1, sku: 'A', quantity, reason })),
      },
    });

  it('[P2] puts what is refused back to stock and what is broken off the book, and asks nobody to send it anew', () => {
    const effects = handOver(ready(), 1, [
      ['refused', 2],
      ['damaged', 1],
    ]);
    expect(stockIn(effects)).toEqual([{ sku: 'A', onHand: -2, reserved: -4 }]);
    expect(orderAfter(effects)).toMatchObject({
      state: { status: 'handed_over', putBack: { stagingLocation: 'P3' } },
      lines: [{ picked: 1, short: 3, refused: 2, damaged: 1, toRefund: 3 }],
    });
    expect(declined.in(effects)).toEqual([{ fulfillmentOrder: ready(), lines: [{ lineNo: 1, quantity: 3 }] }]);
    expect(unfulfilled.in(effects)).toEqual([]);
    expect(exceptionsIn(effects)).toEqual([]);
  });

  it('sends anew what was neither taken nor left by the customer', () => {
    const effects = handOver(ready(), 2, [['refused', 1]]);
    expect(declined.in(effects)).toMatchObject([{ lines: [{ lineNo: 1, quantity: 1 }] }]);
    expect(unfulfilled.in(effects)).toMatchObject([{ lines: [{ lineNo: 1, quantity: 1 }] }]);
  });

  it('is the end of an order of which the customer takes nothing', () => {
    const effects = handOver(ready(), 0, [['refused', 4]]);
    expect(orderAfter(effects)?.state).toMatchObject({ status: 'cancelled', putBack: { stagingLocation: 'P3' } });
    expect(stockIn(effects)).toEqual([{ sku: 'A', onHand: 0, reserved: -4 }]);
    const broken = handOver(ready(), 0, [['damaged', 4]]);
    expect(orderAfter(broken)?.state).toEqual({ status: 'cancelled', at: expect.any(String) as string });
  });

  it('[J5] of an order that was cancelled meanwhile, what is refused goes back to the shelf, and its money is not owed twice', () => {
    const effects = handOver(ready({ state: { status: 'cancelled' } }), 3, [['refused', 1]]);
    expect(stockIn(effects)).toEqual([{ sku: 'A', onHand: -3, reserved: 0 }]);
    expect(declined.in(effects)).toEqual([]);
    expect(orderAfter(effects)?.lines[0]).not.toHaveProperty('toRefund');
    expect(orderAfter(effects)).toMatchObject({
      lines: [{ refused: 1 }],
      state: { status: 'handed_over', putBack: { stagingLocation: null } },
    });
    expect(exceptionsIn(effects)).toEqual(['handed_over_after_end']);
  });

  it.each(['refused', 'damaged'] as const)(
    '[J5] somebody is asked about goods that were all %s at one register and handed over at another',
    (reason) => {
      const left = orderAfter(handOver(ready(), 0, [[reason, 4]]));
      if (left === undefined) throw new Error('The order is there.');
      const effects = handOver(left, 4, []);
      expect(exceptionsIn(effects)).toEqual(['handed_over_twice']);
      expect(stockIn(effects)).toEqual([]);
    },
  );

  it.each([
    ['C1', 'C1', 'used'],
    ['C1', null, 'other'],
    ['C1', 'C2', 'other'],
    [null, null, 'other'],
  ])('[J5] of two handovers, by %s and by %s, the second tells whether the code was %s', (first, second, code) => {
    const by = (order: FulfillmentOrder, codeId: string | null) =>
      applyTo(order, {
        type: 'order_handed_over',
        payload: {
          fulfillmentOrderId: order.id,
          verifiedBy: 'proxy',
          lines: LEAVING,
          proofId: null,
          documentKind: null,
          notTaken: [],
          codeId,
        },
      });
    const left = orderAfter(by(ready(), first));
    if (left === undefined) throw new Error('The order is there.');
    expect(left.usedCodeId ?? null).toBe(first);
    expect(exceptionDocument.in(by(left, second))).toMatchObject([{ kind: 'handed_over_twice', facts: { order: 'WEB-1', code } }]);
  });

  it.each<[string | undefined, string | null, readonly string[]]>([
    ['C2', 'C1', ['handed_over_on_withdrawn_code']],
    ['C1', 'C1', []],
    ['C2', null, []],
    [undefined, 'C1', []],
  ])('[J5] where %s is the newest code, a handover by %s opens %o, and the goods have left', (newest, shown, asked) => {
    const order = ready(newest === undefined ? {} : { pickupCodeId: newest });
    const effects = applyTo(order, {
      type: 'order_handed_over',
      payload: { fulfillmentOrderId: order.id, verifiedBy: 'order_confirmation', lines: LEAVING, codeId: shown, notTaken: [] },
    });
    expect(exceptionsIn(effects)).toEqual(asked);
    expect(stockIn(effects)).toEqual([{ sku: 'A', onHand: -4, reserved: -4 }]);
  });

  it('[J5] a second handover takes nothing more back', () => {
    const effects = handOver(ready({ state: { status: 'handed_over', at: AT } }), 3, [['refused', 1]]);
    expect(exceptionsIn(effects)).toEqual(['handed_over_twice']);
    expect(stockIn(effects)).toEqual([]);
  });
});
