import { describe, expect, it } from 'vitest';
import { cartLineOf, saleOf, shiftOf } from '../../../test/support/examples.ts';
import { DocumentMap } from '../../../domain/base/document-map.ts';
import { returnRules } from '../../../domain/returns/settings.ts';
import { saleDocument } from '../../../domain/sale/documents.ts';
import { COMPANY, companySettingsDocument } from '../../../domain/settings/documents.ts';
import { decideReturn } from './decide-return.ts';
import { type Choices, type LineChoice, lineKey } from './return-form.ts';

const sale = saleOf([cartLineOf({ quantity: 2 })]);
const found = { kind: 'sale', sale } as const;
const openShift = shiftOf();

const choose = (choice: Partial<LineChoice>): Choices =>
  new Map([[lineKey({ lineNo: 1, fulfillmentOrderId: null }), { quantity: 1, disposition: 'restock', ...choice }]]);

function decide(choice: Partial<LineChoice>, needsReason: boolean) {
  const values = { [returnRules.key]: { ...returnRules.standard, needsReason } };
  const reader = DocumentMap.of(saleDocument, sale).with(companySettingsDocument, { id: COMPANY, values });
  const context = { reader, openShift, nextReceiptNumber: 'A1-000009', businessDate: openShift.businessDate };
  return decideReturn(found, choose(choice))(context);
}

describe('decideReturn', () => {
  it.each<[string, Partial<LineChoice>, boolean, string | null]>([
    ['a reason where the store asks for one', { reason: 'wrong_size' }, true, null],
    ['none where it asks for none', {}, false, null],
    ['none where it asks for one', {}, true, 'return_reason_missing'],
    ['none on a line that stays', { quantity: 0 }, true, 'nothing_to_return'],
  ])('%s', (_what, choice, needsReason, refusal) => {
    const decided = decide(choice, needsReason);
    expect(decided.ok ? null : decided.refusal).toBe(refusal);
  });
});
