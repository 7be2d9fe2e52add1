import { describe, expect, it } from 'vitest';
import { runOut, settle, Shop, WANTED } from '../../../test/support/card-shop.ts';
import { cartLineOf, saleOf } from '../../../test/support/examples.ts';
import { cardPaymentDocument } from '../../../domain/payments/documents.ts';
import type { RefundPart } from '../../../domain/returns/plan-refund.ts';
import { type GiveBack, giveBackToCards } from './give-back.ts';
import { returnIdOf } from './return-id.ts';

/** Two payments of 10.00 that a sale has booked. */
async function booked() {
  const shop = new Shop();
  const payments = shop.start();
  const ids: string[] = [];
  for (let count = 0; count < 2; count += 1) {
    const paid = await payments.pay({ ...WANTED, cartId: `C${count}` });
    if (!paid.ok) throw new Error(paid.refusal);
    await settle();
    const approved = shop.payment(paid.value);
    if (approved === undefined) throw new Error('It is not in the books.');
    shop.overlay.fold([cardPaymentDocument.put({ ...approved, status: 'booked', receiptNumber: 'A1-000001' })]);
    ids.push(paid.value);
  }
  const [first = '', second = ''] = ids;
  return { shop, payments, first, second };
}

const part = (reference: string, amountMinor: number): RefundPart => ({ kind: 'card', reference, amountMinor });
const asked = (parts: readonly RefundPart[], given: Partial<GiveBack> = {}): GiveBack => ({
  ...{ returnId: 'R1', returnMinor: 600, isVoid: false, parts, made: [], whyNot: () => null, isShown: () => true },
  ...given,
});

describe('what goes back to cards', () => {
  it('[E2] goes back card by card, and what went back before does not again', async () => {
    const { shop, payments, first, second } = await booked();
    const parts = [part(first, 400), part(second, 200), { kind: 'cash', reference: null, amountMinor: 50 } as const];
    const once = await giveBackToCards(payments, asked(parts));
    expect(once).toMatchObject({ givenBack: [{ amountMinor: 400 }, { amountMinor: 200 }] });
    const made = [...payments.refunds.getState().payments.values()];
    expect(await giveBackToCards(payments, asked(parts, { made }))).toEqual(once);
    await settle();
    expect(shop.charged).toBe(2000 - 600);
  });

  it('is nothing where the return would be refused after it', async () => {
    const { shop, payments, first, second } = await booked();
    const told: unknown[] = [];
    const whyNot: GiveBack['whyNot'] = (givenBack) => (told.push(givenBack), 'more_than_was_bought');
    expect(await giveBackToCards(payments, asked([part(first, 400), part(second, 200)], { whyNot }))).toEqual({
      stopped: 'more_than_was_bought',
    });
    expect(told).toEqual([
      [
        { refundId: first, amountMinor: 400 },
        { refundId: second, amountMinor: 200 },
      ],
    ]);
    expect(shop.charged).toBe(2000);
  });

  it('[E2] is left to whoever takes the return up again, where the person has left it meanwhile', async () => {
    const { shop, payments, first, second } = await booked();
    expect(await giveBackToCards(payments, asked([part(first, 400), part(second, 200)], { isShown: () => false }))).toEqual({
      stopped: 'left',
    });
    await settle();
    expect(shop.charged).toBe(2000 - 400);
  });

  it('[E2] is found again by its sale when the draft of the return is lost', async () => {
    const { shop, payments, first } = await booked();
    const sale = saleOf([cartLineOf()], {
      tenders: [{ kind: 'card', currency: 'USD', amountMinor: 1000, tipMinor: 0, reference: first, state: 'captured' }],
    });
    const found = { kind: 'sale', sale } as const;
    expect(returnIdOf(found, payments)).not.toBe('R1');
    shop.fates = ['app_dies_after'];
    void giveBackToCards(payments, asked([part(first, 400)]));
    const again = await runOut(shop, payments);
    expect(returnIdOf(found, again)).toBe('R1');
    expect(returnIdOf({ kind: 'sale', sale: saleOf([cartLineOf()]) }, again)).not.toBe('R1');
  });
});
