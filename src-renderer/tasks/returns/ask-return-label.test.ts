import { describe, expect, it } from 'vitest';
import { fulfillmentOrderOf } from '../../../test/support/examples.ts';
import { DocumentMap } from '../../../domain/base/document-map.ts';
import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import { returnRules } from '../../../domain/returns/settings.ts';
import type { Staying } from '../../../domain/returns/return-terms.ts';
import { chooseAnnounced, decideReturnLabel, originOf } from './ask-return-label.ts';
import { NOTHING_STAYS } from './line-terms.ts';
import { type LineChoice, lineKey, sourceOf } from './return-form.ts';

const base = fulfillmentOrderOf({ kind: 'ship', state: { status: 'shipped', trackingNumber: 'T', at: '2026-03-02T10:00:00.000Z' } });
const order = { ...base, lines: base.lines.map((line) => ({ ...line, picked: line.quantity, short: 0 })) };
const found = { kind: 'order', orderNumber: order.orderNumber, fulfillmentOrders: [order] } as const;
const source = sourceOf({ ...found, fulfillmentOrders: [order] });
const [line] = source.lines;
if (line === undefined) throw new Error('The example has a line.');
const choosing = (choice: Partial<LineChoice>) => new Map([[lineKey(line), { quantity: 1, disposition: 'restock' as const, ...choice }]]);
const FINAL: Staying = { term: 'final_sale', until: null };
const announced = [{ ...line, quantity: 1, reason: 'defective' as const }];
const rules = returnRules.standard;

describe('a label for what is chosen', () => {
  const decide = (choices: ReturnType<typeof choosing>, stays = NOTHING_STAYS) =>
    decideReturnLabel(
      { found: { ...found, fulfillmentOrders: [order] }, choices, stays, parcelId: 'B1', weightGrams: 500, lastDay: null, mail: null },
      [],
    )({ reader: DocumentMap.of(fulfillmentOrderDocument, order), openShift: null, nextReceiptNumber: 'A1-1', businessDate: '2026-03-02' });

  it('is wanted on what the goods were bought on', () => {
    expect(originOf(source)).toEqual({ kind: 'order', number: order.orderNumber });
    expect(originOf({ origin: { kind: 'empties' }, number: '' })).toBeNull();
    const wanted = decide(choosing({ reason: 'wrong_size' }));
    expect(wanted).toMatchObject({
      ok: true,
      value: { payload: { origin: { kind: 'order' }, lines: [{ quantity: 1, reason: 'wrong_size' }] } },
    });
  });

  it('follows the terms of a return: what stays gets none until somebody has allowed it', () => {
    expect(decide(choosing({}), () => FINAL)).toEqual({ ok: false, refusal: 'return_stays' });
    const against = { term: 'final_sale', approvedBy: null } as const;
    expect(decide(choosing({ against }), () => FINAL)).toMatchObject({ ok: true });
    expect(decide(new Map())).toEqual({ ok: false, refusal: 'nothing_to_return' });
  });
});

describe('what a label announced', () => {
  it('is chosen for its reason, which proposes where it goes', () => {
    const choices = chooseAnnounced(source, new Map(), announced, { rules, stays: NOTHING_STAYS });
    expect(choices.get(lineKey(line))).toMatchObject({ quantity: 1, reason: 'defective', disposition: 'vendor' });
  });

  it('is left to a person where it stays, or has a serial number to compare', () => {
    expect(chooseAnnounced(source, new Map(), announced, { rules, stays: () => FINAL }).size).toBe(0);
    const piece = { ...line, quantity: 1, serialNumbers: ['SN-1'] };
    expect(chooseAnnounced({ lines: [piece] }, new Map(), announced, { rules, stays: NOTHING_STAYS }).size).toBe(0);
  });
});
