import { describe, expect, it } from 'vitest';
import { DocumentMap } from '../base/document-map.ts';
import { COMPANY, companySettingsDocument } from '../settings/documents.ts';
import { feesByRules } from './fee-by-rules.ts';
import type { ReturnLine } from './return.ts';
import { feeTax, returnRules } from './settings.ts';

const values = {
  [feeTax.key]: 'untaxed',
  [returnRules.key]: {
    ...returnRules.standard,
    reasons: [{ reason: 'changed_mind', disposition: 'restock', fee: { amountMinor: 100 } }],
    conditions: [{ condition: 'opened', disposition: 'restock', fee: { basisPoints: 2_000 } }],
  },
};
const reader = DocumentMap.of(companySettingsDocument, { id: COMPANY, values });

const line: ReturnLine = {
  lineNo: 1,
  fulfillmentOrderId: null,
  orderId: null,
  sku: 'A',
  name: 'Article A',
  quantity: 1,
  disposition: 'restock',
  refundMinor: 1_000,
  refundTaxMinor: 0,
  kind: 'goods',
  unit: 'piece',
  quantityDecimals: 0,
  reference: null,
  serialNumbers: [],
  taxes: [],
  reason: null,
};

describe('the fee by the rules of the company', () => {
  it.each<[string, Partial<ReturnLine>, number | null]>([
    ['by its reason', { reason: 'changed_mind' }, 100],
    ['by its condition, before the reason', { reason: 'changed_mind', condition: 'opened' }, 200],
    ['by its reason, where the condition has none', { reason: 'changed_mind', condition: 'worn' }, 100],
    ['none for another reason', { reason: 'defective' }, null],
    ['none where nobody said why', {}, null],
    ['none for a service', { reason: 'changed_mind', kind: 'service' }, null],
    ['none for what has not left yet', { reason: 'changed_mind', orderId: 'O1' }, null],
  ])('%s', (_what, given, minor) => {
    expect(feesByRules(reader)({ ...line, ...given })?.amountMinor ?? null).toBe(minor);
  });

  it('is none where the company has said nothing', () => {
    expect(feesByRules(new DocumentMap())({ ...line, reason: 'changed_mind', condition: 'opened' })).toBeNull();
  });
});
