import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardRefundEnded, cardRefundStarted } from '../../domain/payments/operations.ts';
import { cardPaymentDocument, cardRefundDocument } from '../../domain/payments/documents.ts';
import { exceptionDocument } from '../../domain/exceptions/documents.ts';
import type { ReverseReply } from '../../domain/device/terminal.ts';
import type { CardPayments } from '../kit/card-services.ts';

import { FATES, runOut, settle, Shop, statusFates, WANTED } from '../../test/support/card-shop.ts';
describe('refunds to a card', () => {
  /** A payment of 10.00 that a sale has booked, as P2. */
  async function booked(): Promise<{ shop: Shop; payments: CardPayments }> {
    const shop = new Shop();
    const payments = shop.start();
    await payments.pay(WANTED);
    await settle();
    const approved = shop.payment('P2');
    if (approved === undefined) throw new Error('It is not in the books.');
    shop.overlay.fold([cardPaymentDocument.put({ ...approved, status: 'booked', receiptNumber: 'A1-000001' })]);
    return { shop, payments };
  }
  const wanted = (amountMinor: number, returnId = 'R1') => ({ returnId, paymentId: 'P2', amountMinor, returnMinor: amountMinor });
  const refundsOf = (shop: Shop) => [...shop.overlay.changedOf(cardRefundDocument).values()];

  it('[E2] are in the journal before the terminal hears of them, and so is what it said', async () => {
    const { shop, payments } = await booked();
    shop.timeline.length = 0;
    const refund = await payments.refund(wanted(400));
    await settle();
    expect(shop.timeline).toEqual([cardRefundStarted.type, 'reverse S4', cardRefundEnded.type]);
    expect(refund).toEqual({ ok: true, value: 'P3' });
    expect(refundsOf(shop)).toMatchObject([{ id: 'P3', paymentId: 'P2', amountMinor: 400, status: 'refunded' }]);
    expect([shop.charged, shop.payment('P2')?.refundedMinor]).toEqual([600, 400]);
  });

  it('[E2] that are pressed twice go back once, and never more than the card paid', async () => {
    const { shop, payments } = await booked();
    const both = await Promise.all([payments.refund(wanted(400)), payments.refund(wanted(400))]);
    await settle();
    expect(both.map((one) => one.ok)).toEqual([true, false]);
    expect(await payments.refund(wanted(400))).toEqual({ ok: false, refusal: 'card_payment_open' });
    expect(await payments.refund(wanted(601, 'R2'))).toEqual({ ok: false, refusal: 'tender_too_large' });
    expect((await payments.refund(wanted(600, 'R2'))).ok).toBe(true);
    await settle();
    expect(shop.charged).toBe(0);
  });

  it('[E2] that the terminal refuses leave the money with the shop, and may be asked for again', async () => {
    const { shop, payments } = await booked();
    shop.fates = ['declined'];
    await payments.refund(wanted(400));
    await settle();
    expect([shop.charged, shop.payment('P2')?.refundedMinor, refundsOf(shop)[0]?.status]).toEqual([1000, 0, 'refused']);
    expect((await payments.refund(wanted(400))).ok).toBe(true);
    await settle();
    expect([shop.charged, shop.payment('P2')?.refundedMinor]).toEqual([600, 400]);
  });

  it('are refused for a payment that this store does not know, or that no sale has booked', async () => {
    const shop = new Shop();
    const payments = shop.start();
    expect(await payments.refund(wanted(400))).toEqual({ ok: false, refusal: 'card_payment_unknown' });
    await payments.pay(WANTED);
    await settle();
    expect(await payments.refund(wanted(400))).toEqual({ ok: false, refusal: 'card_payment_unknown' });
  });

  it('[E2] that nobody answers end by the word of a person, and nothing is sent after it', async () => {
    const { shop, payments } = await booked();
    shop.fates = ['lost_before'];
    shop.statusFates = ['lost_before'];
    shop.isSilent = true;
    await payments.refund(wanted(400));
    await settle();
    const told = { of: 'refund', id: 'P3', wentBack: false } as const;
    shop.now = (payments.refunds.getState().payments.get('P3')?.trail.at(-1)?.at ?? 0) + 29_999;
    expect(await payments.tell(told)).toEqual({ ok: false, refusal: 'terminal_is_asked' });
    shop.now += 1;
    expect((await payments.tell(told)).ok).toBe(true);
    expect(refundsOf(shop)).toMatchObject([{ status: 'refused', condition: 'told' }]);
    expect(shop.payment('P2')?.refundedMinor).toBe(0);
    shop.isSilent = false;
    shop.timeline.length = 0;
    await settle();
    expect([shop.timeline, shop.charged]).toEqual([[], 1000]);
    expect(await payments.tell({ ...told, wentBack: true })).toEqual({ ok: false, refusal: 'card_has_answered' });
    expect((await payments.refund(wanted(400))).ok).toBe(true);
  });

  it('[E2] whose answer arrives after the word of a person are told as the terminal says', async () => {
    const { shop } = await booked();
    let answer: (reply: ReverseReply) => void = () => undefined;
    const payments = shop.start({ ...shop.terminal(1), reverse: () => new Promise<ReverseReply>((resolve) => (answer = resolve)) });
    await payments.refund(wanted(400));
    await settle();
    const [refund] = refundsOf(shop);
    shop.now += 60_000;
    expect((await payments.tell({ of: 'refund', id: refund?.id ?? '', wentBack: false })).ok).toBe(true);
    answer({ kind: 'answered', isReversed: true, condition: null });
    await settle();
    expect(refundsOf(shop)).toMatchObject([{ status: 'refunded' }]);
    expect(shop.payment('P2')?.refundedMinor).toBe(400);
    expect([...shop.overlay.changedOf(exceptionDocument).values()].map(({ facts }) => facts?.['terminal'])).toEqual([
      'silent',
      'disagrees',
    ]);
  });

  it('[E2] stand in the books as the terminal moved them, whatever is lost and whenever the app dies', async () => {
    const fates = fc.array(fc.constantFrom(...FATES), { maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(
        fates,
        statusFates,
        fc.array(fc.integer({ min: 1, max: 700 }), { minLength: 1, maxLength: 3 }),
        async (sent, asked, amounts) => {
          const world = await booked();
          const { shop } = world;
          let { payments } = world;
          shop.fates = [...sent];
          shop.statusFates = [...asked];
          for (const [index, amount] of amounts.entries()) {
            await payments.refund(wanted(amount, `R${index}`));
            payments = await runOut(shop, payments);
          }
          const moved = refundsOf(shop).reduce((sum, one) => sum + (one.status === 'refunded' ? one.amountMinor : 0), 0);
          expect(refundsOf(shop).filter(({ status }) => status === 'started')).toEqual([]);
          expect([1000 - shop.charged, shop.payment('P2')?.refundedMinor]).toEqual([moved, moved]);
        },
      ),
      { numRuns: 150 },
    );
  });
});
