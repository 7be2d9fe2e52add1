import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { AT, approvalOf, cardPaymentOf, cartLineOf, soldOf } from '../../test/support/examples.ts';
import { promotionDocument } from '../../domain/promotions/documents.ts';
import { cardPaymentDocument } from '../../domain/payments/documents.ts';
import { unnamedCustomer } from '../../domain/customers/customer.ts';
import type { SaleCompleted } from '../../domain/sale/sale.ts';
import type { Tender } from '../../domain/payments/tender.ts';
import { RegisterProvider } from '../../src-renderer/kit/register-context.tsx';
import type { RegisterServices, StoreView } from '../../src-renderer/kit/register-services.ts';
import { PaperSheet } from '../../src-renderer/kit/paper/PaperSheet.tsx';
import { useReceiptPaper } from '../../src-renderer/kit/paper/use-receipt-paper.ts';

const CARD: Tender = { kind: 'card', currency: 'USD', amountMinor: 62, tipMinor: 0, reference: 'P1', state: 'captured' };
const CASH: Tender = { kind: 'cash', currency: 'USD', amountMinor: 45, tipMinor: 0, givenMinor: 100, changeMinor: 55, rate: null };

const KNOWN = { ...unnamedCustomer('C1'), name: 'Sample customer' };

function Receipt({ payload, giftLines }: { readonly payload: SaleCompleted; readonly giftLines: ReadonlySet<number> | null }) {
  return (
    <PaperSheet paper={useReceiptPaper({ at: AT, registerId: 'R1', associateId: null, payload }, true)({ isCopy: true, giftLines })} />
  );
}

/** The paper of a receipt for 1.09 that was paid like this. */
function paper(
  tenders: Tender[],
  roundingMinor: number,
  giftLines: ReadonlySet<number> | null = null,
  given: Partial<SaleCompleted> = {},
): string {
  const approval = approvalOf({ scheme: 'Visa', lastFour: '4410', approvalCode: '08412A' });
  const documents = new Map<string, ReadonlyMap<string, unknown>>([
    [cardPaymentDocument.kind, new Map([['P1', cardPaymentOf({ approval })]])],
    [promotionDocument.kind, new Map([['summer', { name: 'Summer sale' }]])],
  ]);
  const services = {
    identity: { registerId: 'R1', storeId: 'S1', storeName: 'Broadway' },
    customers: { state: createStore(() => ({ told: new Map([['C1', KNOWN]]), changed: new Map() })) },
    view: createStore(() => ({ documents, store: null }) as unknown as StoreView),
  } as unknown as RegisterServices;
  const goods = [cartLineOf(), cartLineOf({ sku: 'B', name: 'Article B', unitPrice: 0, quantity: 2 })];
  return renderToStaticMarkup(
    <RegisterProvider value={services}>
      <Receipt payload={{ ...soldOf(goods), tenders, roundingMinor, ...given }} giftLines={giftLines} />
    </RegisterProvider>,
  );
}

/** Its lines, each with its amount. */
function receipt(tenders: Tender[], roundingMinor: number): string[] {
  const html = paper(tenders, roundingMinor);
  return [...html.matchAll(/<dt[^>]*>(.*?)<\/dt><dd[^>]*>(.*?)<\/dd>/g)].map(([, name, amount]) =>
    `${name} ${amount}`.replace(/<[^>]+>/g, '').replace(/\s+/g, ' '),
  );
}

describe('a receipt', () => {
  it('is marked as a copy where it is printed again, and a gift receipt has the chosen lines and no amounts', () => {
    expect(paper([CASH], 0)).toContain('Copy');
    const gift = paper([CARD, CASH], -2, new Set([2]));
    expect(gift).toContain('Gift receipt');
    expect(gift).toContain('Article B');
    expect(gift).not.toMatch(/Article A|\$|Visa|Total/);
  });

  it('[M3] says what each tender has paid, and rounds its cash alone', () => {
    const lines = receipt([CARD, CASH], -2);
    expect(lines).toContain('Rounding of cash -$0.02');
    expect(lines).toContain('To pay in cash $0.45');
    expect(lines.slice(-3)).toEqual(['Visa ···· 4410 Approval 08412A Terminal T1 Transaction POI-1 $0.62', 'Cash $1.00', 'Change $0.55']);
  });

  it('names the promotions that are known, each with what it took off, and none on a gift', () => {
    const [line] = soldOf([cartLineOf()]).lines;
    if (line === undefined) throw new Error('A line was sold.');
    const off = (sourceId: string) => ({ source: 'promotion' as const, sourceId, amountMinor: -20, reason: null, approvedBy: null });
    const lines = [{ ...line, adjustments: [off('summer'), off('long gone')] }];
    expect(paper([CASH], 0, null, { lines })).toContain('$0.40 off');
    expect(paper([CASH], 0, null, { lines })).toContain('Summer sale: −$0.20');
    expect(paper([CASH], 0, null, { lines })).not.toContain('long gone');
    expect(paper([CASH], 0, new Set([1]), { lines })).not.toContain('Summer sale');
  });

  it('counts what was weighed as one item, however many grams it is', () => {
    const [apples, pieces] = soldOf([cartLineOf(), cartLineOf({ sku: 'B', quantity: 2 })]).lines;
    if (apples === undefined || pieces === undefined) throw new Error('Two lines were sold.');
    const lines = [{ ...apples, quantity: 640, quantityDecimals: 3 as const, unit: 'kg' as const }, pieces];
    expect(paper([CASH], 0, null, { lines })).toContain('3 items');
  });

  it('[M1] says where a weight was typed by hand, and what was taken off it for the packaging', () => {
    const weighed = (by: 'scale' | 'typed' | 'label', tareGrams: number) => {
      const weighing = { by, tareGrams };
      return paper([CASH], 0, null, soldOf([cartLineOf({ quantity: 640, quantityDecimals: 3, unit: 'kg', weighing })]));
    };
    expect(weighed('typed', 0)).toContain('Weight entered by hand');
    expect(weighed('scale', 15).replace(/[\u2066-\u2069]/g, '')).toContain('Tare taken off: 0.015 kg');
    for (const by of ['scale', 'label'] as const) expect(weighed(by, 0)).not.toMatch(/by hand|Tare/);
  });

  it('says that a card was captured and not confirmed, and nothing of cash where there was none', () => {
    const lines = receipt([{ ...CARD, amountMinor: 109, state: 'offline' }], 0);
    expect(lines.at(-1)).toBe('Visa ···· 4410 Approval 08412A Terminal T1 Transaction POI-1 Captured, not confirmed $1.09');
    expect(lines.join()).not.toMatch(/Cash|Change/);
  });

  it('names who bought, where this device knows them, and the certificate by which there are no taxes', () => {
    const buyer = { customerId: 'C1', taxExemptionId: 'EX-1' };
    const named = paper([CASH], 0, null, buyer);
    expect(named).toContain('Customer Sample customer');
    expect(named).toContain('Tax exempt, certificate EX-1');
    expect(paper([CASH], 0, null, { customerId: 'ERASED' })).not.toMatch(/Customer|exempt/);
    // Whoever gets the present learns nothing of who bought it.
    expect(paper([CASH], 0, new Set([1]), buyer)).not.toMatch(/Sample customer|EX-1/);
  });
});
