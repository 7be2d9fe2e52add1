import fc from 'fast-check';
import { approvalOf, AT, operationOf } from './examples.ts';
import { DocumentMap } from '../../domain/base/document-map.ts';
import { StoreOverlay } from '../../domain/base/store-overlay.ts';
import { accept } from '../../domain/base/result.ts';
import type { PayReply, ReverseReply, StatusReply, TerminalPort } from '../../domain/device/terminal.ts';
import type { CardPayment } from '../../domain/payments/card-payment.ts';
import { cardPaymentDocument, cardRefundDocument } from '../../domain/payments/documents.ts';
import { applyOperation } from '../../domain/registry/apply-operation.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import type { RecordContext, RegisterServices } from '../../src-renderer/kit/register-services.ts';
import type { CardPayments } from '../../src-renderer/kit/card-services.ts';
import { createCardPayments } from '../../src-renderer/register/card-payments.ts';

/** What becomes of one request to the terminal. */
export type Fate = 'fine' | 'never_sent' | 'lost_before' | 'lost_after' | 'declined' | 'app_dies_before' | 'app_dies_after';
export const FATES: readonly Fate[] = ['fine', 'never_sent', 'lost_before', 'lost_after', 'declined', 'app_dies_before', 'app_dies_after'];

/** Never ends: the app that waited for it is gone. */
export const gone = new Promise<never>(() => undefined);

/** A terminal that keeps a ledger, and a journal that survives the app; the app can die at any request. */
export class Shop {
  readonly ledger = new Map<string, { kind: 'payment' | 'reversal'; minor: number; reply: PayReply }>();
  readonly overlay = new StoreOverlay(new DocumentMap());
  readonly operations: Operation[] = [];
  readonly timeline: string[] = [];
  fates: Fate[] = [];
  /** What becomes of questions for the status; each is fine once the list is empty. */
  statusFates: Fate[] = [];
  /** Answers to questions for the status that come instead of the terminal's own. */
  statusReplies: StatusReply[] = [];
  /** Whether the terminal does not even say that it is there. */
  isSilent = false;
  deaths = 0;
  alive = 0;
  now = Date.parse(AT);
  ids = 0;

  get charged(): number {
    return [...this.ledger.values()].reduce((sum, one) => sum + (one.kind === 'payment' ? one.minor : -one.minor), 0);
  }

  payment(id: string): CardPayment | undefined {
    return this.overlay.get(cardPaymentDocument, id);
  }

  record = (async (decide, _sale) => {
    const decided = decide({ reader: this.overlay } as unknown as RecordContext);
    if (!decided.ok) return decided;
    const operation = operationOf(decided.value, { seq: this.operations.length + 1 }) as Operation;
    this.overlay.fold(applyOperation(this.overlay, operation));
    this.operations.push(operation);
    this.timeline.push(operation.type);
    return accept(operation);
  }) as RegisterServices['record'];

  private die<T>(): Promise<T> {
    this.deaths += 1;
    return gone;
  }

  /** The same terminal, as one run of the app sees it: nothing answers an app that is dead. */
  terminal(run: number): TerminalPort {
    const isDead = () => this.alive !== run;
    const meet = async <T>(fate: Fate, move: () => T, lost: T, unreachable: T): Promise<T> => {
      this.now += 1_000;
      if (isDead()) return gone;
      if (fate === 'app_dies_before') return this.die();
      if (fate === 'never_sent') return unreachable;
      if (fate === 'lost_before') return lost;
      const answer = move();
      if (fate === 'app_dies_after') return this.die();
      return fate === 'lost_after' ? lost : answer;
    };
    return {
      pay: ({ serviceId, amountMinor }) => {
        const fate = this.fates.shift() ?? 'fine';
        this.timeline.push(`pay ${serviceId}`);
        return meet<PayReply>(
          fate,
          () => {
            const isDeclined = fate === 'declined';
            const answer = isDeclined
              ? ({ result: 'failed', condition: 'Refusal' } as const)
              : ({
                  result: 'approved',
                  approval: approvalOf({ authorizedMinor: amountMinor, transactionId: `POI-${serviceId}` }),
                } as const);
            const reply: PayReply = { kind: 'answered', serviceId, answer };
            if (this.ledger.has(serviceId)) throw new Error('A payment was sent twice.');
            this.ledger.set(serviceId, { kind: 'payment', minor: isDeclined ? 0 : amountMinor, reply });
            return reply;
          },
          { kind: 'lost' },
          { kind: 'not_reachable' },
        );
      },
      reverse: ({ serviceId, transactionId, part }) => {
        const fate = this.fates.shift() ?? 'fine';
        this.timeline.push(`reverse ${serviceId}`);
        const paid = [...this.ledger].find(([id]) => `POI-${id}` === transactionId)?.[1];
        const left =
          (paid?.minor ?? 0) - [...this.ledger.values()].reduce((sum, one) => sum + (one.kind === 'reversal' ? one.minor : 0), 0);
        const isReversed = fate !== 'declined' && left > 0 && (part?.amountMinor ?? 0) <= left;
        return meet<ReverseReply>(
          fate,
          () => {
            if (!this.ledger.has(serviceId)) {
              this.ledger.set(serviceId, {
                kind: 'reversal',
                minor: isReversed ? (part?.amountMinor ?? left) : 0,
                reply: { kind: 'lost' },
              });
            }
            return { kind: 'answered', isReversed, condition: isReversed ? null : 'NotAllowed' };
          },
          { kind: 'lost' },
          { kind: 'not_reachable' },
        );
      },
      status: ({ of: { serviceId, category } }) =>
        meet<StatusReply>(
          this.statusFates.shift() ?? 'fine',
          () => {
            const other = this.statusReplies.shift();
            if (other !== undefined) return other;
            const known = this.ledger.get(serviceId);
            if (known === undefined) return { kind: 'failed', condition: 'NotFound', terminalId: 'T1' };
            if (category === 'reversal') return { kind: 'reversal', serviceId, isReversed: known.minor > 0, condition: null };
            if (known.reply.kind !== 'answered') return { kind: 'lost' };
            return { kind: 'payment', serviceId, answer: known.reply.answer };
          },
          { kind: 'lost' },
          { kind: 'not_reachable' },
        ),
      totals: () => Promise.resolve({ kind: 'not_reachable' }),
      abort: () => Promise.resolve(),
      diagnose: () => (isDead() ? gone : Promise.resolve(this.isSilent ? { kind: 'not_reachable' } : { kind: 'answered', status: 'ok' })),
    };
  }

  start(terminal?: TerminalPort): CardPayments {
    const run = (this.alive += 1);
    const payments = createCardPayments({
      terminal: terminal ?? this.terminal(run),
      terminalId: () => 'T1',
      record: (decide, sale) => (this.alive === run ? this.record(decide, sale) : gone),
      mustBeOnline: () => false,
      newId: () => `P${(this.ids += 1)}`,
      newServiceId: () => `S${(this.ids += 1)}`,
      now: () => this.now,
      wait: async (milliseconds) => {
        this.now += milliseconds;
        await Promise.resolve();
        if (this.alive !== run) await gone;
      },
      onError: (error) => {
        throw error;
      },
    });
    const open = [...this.overlay.changedOf(cardPaymentDocument)].map(([, one]) => one);
    const refunds = [...this.overlay.changedOf(cardRefundDocument)].map(([, refund]) => ({
      refund,
      approval: this.payment(refund.paymentId)?.approval ?? null,
    }));
    payments.resume(open, refunds);
    return payments;
  }
}

/** Lets everything go on that can: each turn of the loop carries it one step, and there are few. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 2000; turn += 1) await Promise.resolve();
}

export const statusFates = fc.array(fc.constantFrom<Fate>('fine', 'never_sent', 'lost_before', 'lost_after', 'app_dies_before'), {
  maxLength: 4,
});

export const WANTED = { cartId: 'C1', currency: 'USD', amountMinor: 1000, totalMinor: 1000 };

/** Runs until nothing moves; starts the app again whenever it died. */
export async function runOut(shop: Shop, first: CardPayments): Promise<CardPayments> {
  let payments = first;
  await settle();
  for (let seen = 0; seen < shop.deaths; ) {
    seen = shop.deaths;
    payments = shop.start();
    await settle();
  }
  return payments;
}
