import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AT, cartLineOf, cashOf, operationOf, soldOf, STORE } from '../../test/support/examples.ts';
import { DocumentMap } from '../base/document-map.ts';
import { StoreOverlay } from '../base/store-overlay.ts';
import { exceptionDocument } from '../exceptions/documents.ts';
import type { Tender } from '../payments/tender.ts';
import { applyOperation } from '../registry/apply-operation.ts';
import type { OperationRequest } from '../registry/operations.ts';
import { unknownFacts } from '../registry/unknown-facts.ts';
import { saleFault } from '../sale/check-sale.ts';
import { saleCompleted } from '../sale/operations.ts';
import type { SaleCompleted } from '../sale/sale.ts';
import { storedValueDocument } from './documents.ts';
import { storedValueAdjusted, storedValueBlocked } from './operations.ts';

const CARD = 'SV-4821-1';
const OTHER = 'SV-4822-2';

function sold(lines: SaleCompleted['lines'], tenders: readonly Tender[], receiptNumber = 'A1-000001'): OperationRequest {
  const totalMinor = lines.reduce((sum, line) => sum + line.totalMinor, 0);
  const taxMinor = lines.reduce((sum, line) => sum + line.taxMinor, 0);
  return saleCompleted.request({ ...soldOf([cartLineOf()]), receiptNumber, lines, totalMinor, taxMinor, tenders: [...tenders] });
}

/** An article at 1.00 without a tax, or a gift card that is loaded with so much. */
function lineOf(reference: string | null, minor = 100): SaleCompleted['lines'][number] {
  const [line] = soldOf([cartLineOf({ unitPrice: minor * 1000, taxClass: 'none' })]).lines;
  if (line === undefined) throw new Error('A sale has lines.');
  return { ...line, taxes: [], taxMinor: 0, totalMinor: minor, kind: reference === null ? 'goods' : 'gift_card', reference };
}

function takenOff(id: string, amountMinor: number, currency = 'USD'): Tender {
  return { kind: 'gift_card', currency, amountMinor, tipMinor: 0, reference: id, state: 'accepted' };
}

const load = (id: string, minor: number, receipt = 'A1-000001') => sold([lineOf(id, minor)], [cashOf(minor)], receipt);
const spend = (id: string, minor: number, receipt = 'A1-000002') => sold([lineOf(null, minor)], [takenOff(id, minor)], receipt);
const adjust = (differenceMinor: number, currency = 'USD') =>
  storedValueAdjusted.request({ storedValueId: CARD, kind: 'gift_card', currency, differenceMinor, reason: 'correction', note: '' });
const block = storedValueBlocked.request({ storedValueId: CARD, isBlocked: true, note: '' });

/** What stored values and their exceptions are after these, as the server applies them. */
function after(...requests: readonly OperationRequest[]) {
  const overlay = new StoreOverlay(new DocumentMap());
  requests.forEach((request, index) => {
    const operation = operationOf(request, { seq: index + 1, shiftId: null });
    overlay.fold(applyOperation(overlay, operation));
    overlay.fold(unknownFacts(overlay, operation, { skus: new Set(), associates: new Set(), today: AT.slice(0, 10) }));
  });
  const exceptions = [...overlay.changedOf(exceptionDocument).values()].filter((one) => one.kind === 'stored_value_not_covered');
  return {
    balance: (id = CARD) => overlay.get(storedValueDocument, id)?.balanceMinor,
    value: overlay.get(storedValueDocument, CARD),
    troubles: exceptions.map(({ facts, cash }) => [facts?.['trouble'], cash?.['USD'] ?? cash?.['EUR']]),
  };
}

describe('money on a number', () => {
  it.each<readonly [string, readonly OperationRequest[], number | undefined, readonly unknown[]]>([
    ['loaded', [load(CARD, 500)], 500, []],
    ['loaded twice', [load(CARD, 500), load(CARD, 250)], 750, []],
    ['used', [load(CARD, 500), spend(CARD, 200)], 300, []],
    ['used up', [load(CARD, 500), spend(CARD, 500)], 0, []],
    [
      'used at two tills that knew nothing of each other',
      [load(CARD, 500), spend(CARD, 500), spend(CARD, 300, 'B1-000001')],
      -300,
      [['balance', 300]],
    ],
    ['used for more than is left', [load(CARD, 500), spend(CARD, 600)], -100, [['balance', 100]]],
    ['used and never issued', [spend(CARD, 200)], -200, [['unknown', 200]]],
    ['used before its issue has arrived', [spend(CARD, 200), load(CARD, 500, 'B1-000001')], 300, [['unknown', 200]]],
    ['loaded and used by the same sale', [sold([lineOf(CARD, 500)], [takenOff(CARD, 500)])], 0, []],
    [
      'used for more than the same sale loads',
      [sold([lineOf(CARD, 500), lineOf(null, 1200)], [takenOff(CARD, 1700)])],
      -1200,
      [['unknown', 1200]],
    ],
    [
      'used unknown, then used for more than the sale loads',
      [spend(CARD, 300), sold([lineOf(CARD, 100), lineOf(null, 100)], [takenOff(CARD, 200)], 'A1-000003')],
      -400,
      [
        ['unknown', 300],
        ['unknown', 100],
      ],
    ],
    ['used unknown, then loaded with less', [spend(CARD, 300), load(CARD, 100, 'A1-000003')], -200, [['unknown', 300]]],
    ['used while blocked', [load(CARD, 500), block, spend(CARD, 200)], 300, [['blocked', 200]]],
    ['used in another currency', [adjust(500, 'EUR'), spend(CARD, 200)], 500, [['other_currency', 200]]],
    ['put right by the head office', [load(CARD, 500), adjust(-100)], 400, []],
    ['taken off by the head office beyond what it has', [load(CARD, 50), adjust(-100)], -50, [['balance', 50]]],
  ])('is %s', (_what, requests, balance, troubles) => {
    const result = after(...requests);
    expect(result.balance()).toBe(balance);
    expect(result.troubles).toEqual(troubles);
    expect(storedValueDocument.schema.parse(result.value)).toMatchObject({ id: CARD, storeId: STORE });
  });

  it('of one number is apart from that of another', () => {
    const result = after(load(CARD, 500), load(OTHER, 300), spend(OTHER, 100));
    expect([result.balance(CARD), result.balance(OTHER)]).toEqual([500, 200]);
  });

  it('[J5] is the sum of what was put on and taken off, in whatever order that arrives', () => {
    const moves = fc.array(fc.record({ minor: fc.integer({ min: 1, max: 9_999 }), isLoad: fc.boolean() }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(moves, (all) => {
        const requests = all.map(({ minor, isLoad }, index) =>
          (isLoad ? load : spend)(CARD, minor, `A1-${String(index).padStart(6, '0')}`),
        );
        const sum = all.reduce((total, { minor, isLoad }) => total + (isLoad ? minor : -minor), 0);
        expect([after(...requests).balance(), after(...requests.toReversed()).balance()]).toEqual([sum, sum]);
      }),
    );
  });

  it('is not sold by a line that does not say on which number', () => {
    const { payload } = sold([{ ...lineOf(CARD, 500), reference: null }], [cashOf(500)]);
    expect(saleFault(payload as SaleCompleted)).toMatchObject({ code: 'line_reference', facts: { line: 1 } });
  });
});
