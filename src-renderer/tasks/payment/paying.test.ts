import { describe, expect, it } from 'vitest';
import { approvalOf, AT, cartLineOf, operationOf, soldOf } from '../../../test/support/examples.ts';
import { DocumentMap } from '../../../domain/base/document-map.ts';
import { accept } from '../../../domain/base/result.ts';
import { StoreOverlay } from '../../../domain/base/store-overlay.ts';
import type { PayReply, StatusReply, TerminalPort } from '../../../domain/device/terminal.ts';
import { exceptionDocument } from '../../../domain/exceptions/documents.ts';
import type { CardApproval, CardPayment } from '../../../domain/payments/card-payment.ts';
import { NOT_ROUNDED } from '../../../domain/payments/cash-rounding.ts';
import { cardPaymentDocument } from '../../../domain/payments/documents.ts';
import { cardPaymentLeftOpen } from '../../../domain/payments/operations.ts';
import { applyOperation } from '../../../domain/registry/apply-operation.ts';
import type { Operation } from '../../../domain/registry/operations.ts';
import { completeSale } from '../../../domain/sale/complete-sale.ts';
import { saleCompleted } from '../../../domain/sale/operations.ts';
import type { CardPayments } from '../../kit/card-services.ts';
import type { RecordContext, RegisterServices } from '../../kit/register-services.ts';
import { createCardPayments } from '../../register/card-payments.ts';
import { cardTender } from './card-face.ts';
import { planPayment, takenTenders } from './payment-plan.ts';

const CART = 'C1';
const TOTAL = 100;

/** What the terminal does with one request, and what the till hears of it. */
type Scripted = 'approve' | 'approve_60' | 'decline' | 'approve_unheard' | 'never_sent' | 'tip';

/** A register and its terminal: a journal, and a ledger of what has really moved. */
class Counter {
  readonly overlay = new StoreOverlay(new DocumentMap());
  readonly ledger = new Map<string, number>();
  private readonly replies = new Map<string, PayReply>();
  private seq = 0;
  private ids = 0;
  /** Whether the terminal answers questions. */
  isThere = true;
  private readonly script: Scripted[];
  cards: CardPayments;

  constructor(script: Scripted[]) {
    this.script = script;
    this.cards = this.start([]);
  }

  private readonly record = (async (decide) => {
    const decided = decide({ reader: this.overlay } as unknown as RecordContext);
    if (!decided.ok) return decided;
    const operation = operationOf(decided.value, { seq: (this.seq += 1) }) as Operation;
    this.overlay.fold(applyOperation(this.overlay, operation));
    return accept(operation);
  }) as RegisterServices['record'];

  private approve(serviceId: string, approval: CardApproval): PayReply {
    if (this.ledger.has(serviceId)) throw new Error('A payment was sent twice.');
    this.ledger.set(serviceId, approval.authorizedMinor);
    const reply: PayReply = { kind: 'answered', serviceId, answer: { result: 'approved', approval } };
    this.replies.set(serviceId, reply);
    return reply;
  }

  private pay({ serviceId, amountMinor }: Parameters<TerminalPort['pay']>[0]): PayReply {
    const step = this.script.shift();
    const approval = (authorizedMinor: number, tipMinor = 0) =>
      approvalOf({ authorizedMinor, tipMinor, transactionId: `POI-${serviceId}` });
    switch (step) {
      case 'approve_60':
        return this.approve(serviceId, approval(60));
      case 'tip':
        return this.approve(serviceId, approval(amountMinor + 7, 7));
      case 'decline':
        return { kind: 'answered', serviceId, answer: { result: 'failed', condition: 'Refusal' } };
      case 'never_sent':
        return { kind: 'not_reachable' };
      case 'approve_unheard':
        this.approve(serviceId, approval(amountMinor));
        return { kind: 'lost' };
      default:
        return this.approve(serviceId, approval(amountMinor));
    }
  }

  private status({ of }: Parameters<TerminalPort['status']>[0]): StatusReply {
    if (!this.isThere) return { kind: 'lost' };
    const reply = this.replies.get(of.serviceId);
    if (reply?.kind !== 'answered') return { kind: 'failed', condition: 'NotFound', terminalId: 'T1' };
    return { kind: 'payment', serviceId: of.serviceId, answer: reply.answer };
  }

  /** Starts the app on what the journal knows. */
  start(known: readonly CardPayment[]): CardPayments {
    const cards = createCardPayments({
      mustBeOnline: () => false,
      terminal: {
        pay: (request) => Promise.resolve(this.pay(request)),
        status: (request) => Promise.resolve(this.status(request)),
        reverse: ({ transactionId }) => {
          this.ledger.delete(transactionId.replace('POI-', ''));
          return Promise.resolve({ kind: 'answered', isReversed: true, condition: null });
        },
        abort: () => Promise.resolve(),
        totals: () => Promise.resolve({ kind: 'not_reachable' }),
        diagnose: () => (this.isThere ? Promise.resolve({ kind: 'answered', status: 'ok' }) : new Promise(() => undefined)),
      },
      terminalId: () => 'T1',
      record: this.record,
      newId: () => `P${(this.ids += 1)}`,
      newServiceId: () => `S${(this.ids += 1)}`,
      now: () => Date.parse(AT),
      wait: () => Promise.resolve(),
      onError: (error) => {
        throw error;
      },
    });
    cards.resume(known, []);
    return cards;
  }

  /** The app dies, and comes back on its journal. */
  async restart(): Promise<void> {
    this.cards = this.start(this.payments());
    await settle();
  }

  payments(): CardPayment[] {
    return [...this.overlay.changedOf(cardPaymentDocument)].flatMap(([, one]) => (one === undefined ? [] : [one]));
  }

  tenders() {
    const leftOpen = new Set(this.payments().flatMap((one) => (one.leftOpen === null ? [] : [one.id])));
    return [...this.cards.state.getState().payments.values()].map((one) => cardTender(one, leftOpen.has(one.id)));
  }

  plan(givenMinor: number | null = null) {
    return planPayment(TOTAL, this.tenders(), givenMinor, NOT_ROUNDED);
  }

  async takeCard(amountMinor = this.plan().leftMinor): Promise<void> {
    await this.cards.pay({ cartId: CART, currency: 'USD', amountMinor, totalMinor: TOTAL });
    await settle();
  }

  async leaveOpen(): Promise<void> {
    const paymentId = this.payments()[0]?.id ?? '';
    await this.record(() => accept(cardPaymentLeftOpen.request({ paymentId, reason: 'other_tender' })));
  }

  /** Completes the sale as it is planned. @returns what it was paid with, and what the pool finds wrong. */
  async complete(givenMinor = 0) {
    const { lines } = soldOf([cartLineOf()]);
    const completed = completeSale({
      priced: { lines, totalMinor: TOTAL, taxMinor: 0 },
      currency: 'USD',
      pricesIncludeTax: true,
      cashGivenMinor: givenMinor,
      otherTenders: takenTenders(this.tenders()),
      receiptNumber: 'A1-000001',
    });
    if (!completed.ok) throw new Error(completed.refusal);
    await this.record(() => accept(saleCompleted.request(completed.value)));
    const wrong = [...this.overlay.changedOf(exceptionDocument)].filter(([, one]) => one?.kind === 'card_not_covered');
    return { tenders: completed.value.tenders.map((one) => [one.kind, one.amountMinor - one.tipMinor]), wrong: wrong.length };
  }

  get charged(): number {
    return [...this.ledger.values()].reduce((sum, minor) => sum + minor, 0);
  }
}

/** Lets everything go on that can: each turn of the loop carries it one step, and there are few. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 500; turn += 1) await Promise.resolve();
}

describe('paying through the plan, with the journal and a terminal behind it', () => {
  it('[E2] splits a sale into cash and card', async () => {
    const counter = new Counter(['approve']);
    await counter.takeCard(70);
    expect(counter.plan()).toMatchObject({ takenMinor: 70, leftMinor: 30, isComplete: false });
    expect(counter.plan(50)).toMatchObject({ changeMinor: 20, isComplete: true });
    expect(await counter.complete(50)).toEqual({
      tenders: [
        ['card', 70],
        ['cash', 30],
      ],
      wrong: 0,
    });
    expect(counter.payments().map((one) => one.status)).toEqual(['booked']);
  });

  it('[E2] takes cash after a card was declined', async () => {
    const counter = new Counter(['decline']);
    await counter.takeCard();
    expect(counter.plan(100)).toMatchObject({ takenMinor: 0, isComplete: true });
    expect(await counter.complete(100)).toEqual({ tenders: [['cash', 100]], wrong: 0 });
    expect(counter.charged).toBe(0);
  });

  it('[E2] books what a card has approved, and asks another one for the rest', async () => {
    const counter = new Counter(['approve_60', 'approve']);
    await counter.takeCard();
    expect(counter.plan().leftMinor).toBe(40);
    await counter.takeCard();
    expect(await counter.complete()).toEqual({
      tenders: [
        ['card', 60],
        ['card', 40],
      ],
      wrong: 0,
    });
    expect(counter.charged).toBe(TOTAL);
  });

  it('[E2] books a tip with its card, and it pays nothing of the sale', async () => {
    const counter = new Counter(['tip']);
    await counter.takeCard();
    expect(counter.plan()).toMatchObject({ takenMinor: 100, leftMinor: 0, isComplete: true });
    expect(await counter.complete()).toEqual({ tenders: [['card', 100]], wrong: 0 });
  });

  it('[E2] charges once where the answer was lost, and goes on by itself', async () => {
    const counter = new Counter(['approve_unheard']);
    await counter.takeCard();
    expect(counter.plan()).toMatchObject({ takenMinor: 100, isComplete: true });
    expect(await counter.complete()).toEqual({ tenders: [['card', 100]], wrong: 0 });
    expect(counter.charged).toBe(TOTAL);
  });

  it('[E2] may be tried again where nothing was sent', async () => {
    const counter = new Counter(['never_sent', 'approve']);
    await counter.takeCard();
    expect(counter.plan()).toMatchObject({ leftMinor: 100, isWaiting: false });
    await counter.takeCard();
    expect(counter.plan().isComplete).toBe(true);
    expect(counter.charged).toBe(TOTAL);
  });

  it('[E2] finds a taken card again after the app was killed, and charges nothing twice', async () => {
    const counter = new Counter(['approve_unheard']);
    counter.isThere = false;
    await counter.takeCard();
    expect(counter.plan()).toMatchObject({ pendingMinor: 100, isWaiting: true, isComplete: false });
    counter.isThere = true;
    await counter.restart();
    expect(counter.plan()).toMatchObject({ takenMinor: 100, isComplete: true });
    expect(await counter.complete()).toEqual({ tenders: [['card', 100]], wrong: 0 });
    expect(counter.charged).toBe(TOTAL);
  });

  it('[E2] lets cash pay while nobody knows about a card, which is given back once it is known', async () => {
    const counter = new Counter(['approve_unheard']);
    counter.isThere = false;
    await counter.takeCard();
    await counter.leaveOpen();
    expect(counter.plan(100)).toMatchObject({ pendingMinor: 0, isComplete: true });
    expect(await counter.complete(100)).toEqual({ tenders: [['cash', 100]], wrong: 0 });
    counter.isThere = true;
    await counter.restart();
    const [payment] = counter.payments();
    expect(payment).toMatchObject({ status: 'approved', receiptNumber: null });
    await counter.cards.giveBack(payment?.id ?? '');
    await settle();
    expect([counter.payments()[0]?.status, counter.charged]).toEqual(['reversed', 0]);
  });

  it('[E2] gives a card back before the sale is done, and leaves all of it to pay again', async () => {
    const counter = new Counter(['approve']);
    await counter.takeCard(70);
    await counter.cards.giveBack(counter.payments()[0]?.id ?? '');
    await settle();
    expect(counter.plan(100)).toMatchObject({ takenMinor: 0, isWaiting: false, isComplete: true });
    expect(await counter.complete(100)).toEqual({ tenders: [['cash', 100]], wrong: 0 });
    expect(counter.charged).toBe(0);
  });
});
