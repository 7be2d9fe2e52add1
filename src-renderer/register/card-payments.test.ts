import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { approvalOf, AT } from '../../test/support/examples.ts';
import { refuse } from '../../domain/base/result.ts';
import type { PayReply, StatusReply, TerminalPort } from '../../domain/device/terminal.ts';
import { ASK_AGAIN_MS } from '../../domain/payments/card-attempt.ts';
import { cardPaymentDocument } from '../../domain/payments/documents.ts';
import type { CardPayments } from '../kit/card-services.ts';
import { createCardPayments } from './card-payments.ts';

import { FATES, gone, runOut, settle, Shop, statusFates, WANTED } from '../../test/support/card-shop.ts';
describe('card payments', () => {
  it('[E2] are in the journal before the terminal hears of them, and so is what it said before anybody acts on it', async () => {
    const shop = new Shop();
    const payments = shop.start();
    const paid = await payments.pay(WANTED);
    await settle();
    expect(shop.timeline).toEqual(['card_payment_started', 'pay S1', 'card_payment_ended']);
    expect(paid).toEqual({ ok: true, value: 'P2' });
    expect(shop.payment('P2')).toMatchObject({ status: 'approved', amountMinor: 1000, terminalId: 'T1' });
  });

  it('[A1] is recorded for its sale: a colleague who approves it approves the sale', async () => {
    const shop = new Shop();
    const record = vi.spyOn(shop, 'record');
    await shop.start().pay({ ...WANTED, amountMinor: 400 });
    expect(record.mock.calls[0]?.[1]).toEqual({ id: 'C1', totalMinor: 1000 });
  });

  it('[E2] a second press asks for nothing while the first is open, and after a refusal one may ask again', async () => {
    const shop = new Shop();
    shop.fates = ['declined'];
    const payments = shop.start();
    const [first, second] = await Promise.all([payments.pay(WANTED), payments.pay(WANTED)]);
    expect([first.ok, second]).toEqual([true, { ok: false, refusal: 'card_payment_open' }]);
    await settle();
    expect(shop.charged).toBe(0);
    expect((await payments.pay(WANTED)).ok).toBe(true);
    await settle();
    expect(shop.charged).toBe(1000);
  });

  it('[E2] that the journal cannot take are not sent', async () => {
    const shop = new Shop();
    const payments = createCardPayments({
      terminal: shop.terminal(0),
      terminalId: () => 'T1',
      record: () => Promise.resolve(refuse('storage_full')),
      mustBeOnline: () => false,
      newId: () => 'P1',
      newServiceId: () => 'S1',
      now: () => 0,
      wait: () => gone,
      onError: () => undefined,
    });
    expect(await payments.pay(WANTED)).toEqual({ ok: false, refusal: 'storage_full' });
    await settle();
    expect(shop.timeline).toEqual([]);
    expect(payments.state.getState().payments.size).toBe(0);
  });

  it('[E2] whose reversal is pressed twice go back once', async () => {
    const shop = new Shop();
    const payments = shop.start();
    await payments.pay(WANTED);
    await settle();
    const both = await Promise.all([payments.giveBack('P2'), payments.giveBack('P2')]);
    await settle();
    expect(both.map((one) => one.ok)).toEqual([true, false]);
    expect([shop.charged, shop.payment('P2')?.status]).toEqual([0, 'reversed']);
  });

  it('[E2] whose reversal and the question about it are lost go back once the terminal answers', async () => {
    const shop = new Shop();
    const payments = shop.start();
    await payments.pay(WANTED);
    await settle();
    shop.fates = ['lost_after'];
    shop.statusFates = ['lost_before'];
    await payments.giveBack('P2');
    await settle();
    expect([shop.charged, shop.payment('P2')?.status]).toEqual([0, 'reversed']);
  });

  it.each<[string, StatusReply]>([
    ['repeats the answer to another payment', { kind: 'payment', serviceId: 'S9', answer: { result: 'failed', condition: 'Refusal' } }],
    ['repeats a reason that nobody knows', { kind: 'payment', serviceId: 'S1', answer: { result: 'failed', condition: 'Whatever' } }],
  ])('[E2] are asked for again, and not at once, where the terminal %s', async (_what, reply) => {
    const shop = new Shop();
    shop.fates = ['lost_after'];
    shop.statusReplies = [reply, reply, reply];
    const payments = shop.start();
    await payments.pay(WANTED);
    await settle();
    expect(shop.statusReplies).toEqual([]);
    expect(shop.payment('P2')?.status).toBe('approved');
    expect(shop.now - Date.parse(AT)).toBeGreaterThanOrEqual(3 * ASK_AGAIN_MS);
  });

  it('[E2] keep where they stood, and since when, also after the app was started again', async () => {
    const shop = new Shop();
    shop.fates = ['lost_after'];
    const payments = shop.start();
    const begun = shop.now;
    await payments.pay(WANTED);
    await settle();
    const states = (of: CardPayments) =>
      of.state
        .getState()
        .payments.get('P2')
        ?.trail.map(({ state }) => state);
    expect(states(payments)).toEqual(['intent', 'sent', 'asking', 'approved']);
    const times = payments.state
      .getState()
      .payments.get('P2')
      ?.trail.map(({ at }) => at - begun);
    expect(times).toEqual([0, 0, 1_000, 2_000]);
    expect(states(shop.start())).toEqual(['approved']);
  });

  it('[E2] that are open when their sale is done another way are still heard', async () => {
    const shop = new Shop();
    const answered = new Map<string, (reply: PayReply) => void>();
    const pay: TerminalPort['pay'] = ({ serviceId }) => new Promise((hear) => answered.set(serviceId, hear));
    const payments = shop.start({ ...shop.terminal(1), pay });
    await payments.pay(WANTED);
    await settle();
    payments.forget('C1');
    answered.get('S1')?.({
      kind: 'answered',
      serviceId: 'S1',
      answer: { result: 'approved', approval: approvalOf({ transactionId: 'POI-S1' }) },
    });
    await settle();
    expect(shop.payment('P2')?.status).toBe('approved');
    payments.forget('C1');
    expect(payments.state.getState().payments.size).toBe(0);
  });

  it('[E2] block nothing where writing them fails in a way that nobody foresaw', async () => {
    const shop = new Shop();
    const payments = shop.start();
    const writes = shop.record;
    const fail = () => Promise.reject(new Error('Nobody foresaw this.'));
    shop.record = fail;
    await expect(payments.pay(WANTED)).rejects.toThrow('foresaw');
    shop.record = writes;
    const paid = await payments.pay(WANTED);
    await settle();
    const id = paid.ok ? paid.value : '';
    shop.record = fail;
    await expect(payments.giveBack(id)).rejects.toThrow('foresaw');
    shop.record = writes;
    expect((await payments.giveBack(id)).ok).toBe(true);
  });

  it('[E2] that a sale has booked meanwhile do not go back', async () => {
    const shop = new Shop();
    const payments = shop.start();
    await payments.pay(WANTED);
    await settle();
    const approved = shop.payment('P2');
    if (approved === undefined) throw new Error('It is not in the books.');
    shop.overlay.fold([cardPaymentDocument.put({ ...approved, status: 'booked', receiptNumber: 'A1-000001' })]);
    expect(await payments.giveBack('P2')).toEqual({ ok: false, refusal: 'nothing_to_return' });
    await settle();
    expect(shop.charged).toBe(1000);
  });

  it('[E2] whatever is lost and whenever the app dies: the books say what the terminal did, and no money moves twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.constantFrom(...FATES), { maxLength: 6 }), statusFates, fc.boolean(), async (fates, asked, isVoided) => {
        const shop = new Shop();
        shop.fates = [...fates];
        shop.statusFates = [...asked];
        const first = shop.start();
        const begun = await first.pay(WANTED);
        if (!begun.ok) throw new Error(begun.refusal);
        let payments = await runOut(shop, first);
        const id = begun.value;
        if (isVoided && shop.payment(id)?.status === 'approved') {
          await payments.giveBack(id);
          payments = await runOut(shop, payments);
        }
        const payment = shop.payment(id);
        const isWithShop = payment?.status === 'approved';
        expect(['approved', 'not_charged', 'reversed']).toContain(payment?.status);
        expect(shop.charged).toBe(isWithShop ? 1000 : 0);
        expect(shop.timeline.filter((one) => one.startsWith('pay ')).length).toBeLessThanOrEqual(1);
      }),
      { numRuns: 300 },
    );
  });
});
