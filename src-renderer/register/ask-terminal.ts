import type { PayRequest, StatusReply, TerminalPort } from '../../domain/device/terminal.ts';
import { ASK_AGAIN_MS, type AttemptEvent } from '../../domain/payments/card-attempt.ts';
import type { OpenCardPayment } from '../kit/card-services.ts';

export interface AskOptions {
  readonly terminal: TerminalPort;
  /** A name for one message, never given out before: ten characters, digits and capitals. */
  readonly newServiceId: () => string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  /** Resolves after so many milliseconds; rejects or never ends when the register closes. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

/** What an answer to a question for the status means for the attempt. */
function eventOfStatus(reply: StatusReply, elapsedMs: number): AttemptEvent {
  switch (reply.kind) {
    case 'payment':
      return { kind: 'status_repeats', serviceId: reply.serviceId, answer: reply.answer };
    case 'reversal':
      return { kind: 'reversal_answered', isReversed: reply.isReversed };
    case 'failed':
      return { kind: 'status_failed', condition: reply.condition, elapsedMs, terminalId: reply.terminalId };
    default:
      return { kind: 'status_lost' };
  }
}

/** Asks what became of the payment, or of its reversal. */
export async function askStatus(
  options: AskOptions,
  { attempt, currency, startedAt }: OpenCardPayment,
  category: 'payment' | 'reversal',
  afterMs: number,
): Promise<AttemptEvent> {
  if (afterMs > 0) await options.wait(afterMs);
  const serviceId = options.newServiceId();
  const reply = await options.terminal.status({ serviceId, of: { serviceId: attempt.serviceId, category, currency } });
  return eventOfStatus(reply, options.now() - startedAt);
}

/** How a payment is asked for. */
export type WantedPayment = Pick<PayRequest, 'isPart' | 'mustBeOnline'>;

/** Asks for the money, once. */
export async function sendPayment(
  { terminal }: AskOptions,
  { id, attempt, currency }: OpenCardPayment,
  wanted: WantedPayment,
): Promise<AttemptEvent> {
  const { serviceId, amountMinor } = attempt;
  const reply = await terminal.pay({ serviceId, reference: id, currency, amountMinor, ...wanted });
  if (reply.kind === 'answered') return { kind: 'answered', serviceId: reply.serviceId, answer: reply.answer };
  return { kind: reply.kind === 'lost' ? 'answer_lost' : 'not_reachable' };
}

/** Asks to give the money back. */
export async function sendReversal({ terminal }: AskOptions, { id, attempt, currency, refundOf }: OpenCardPayment): Promise<AttemptEvent> {
  const { approval, serviceId, amountMinor } = attempt;
  if (approval === null) return { kind: 'reversal_answered', isReversed: false };
  const { transactionId, transactionAt } = approval;
  const reply = await terminal.reverse({
    serviceId,
    reference: id,
    transactionId,
    transactionAt,
    part: refundOf === null ? null : { currency, amountMinor },
  });
  return reply.kind === 'answered' ? { kind: 'reversal_answered', isReversed: reply.isReversed } : { kind: 'reversal_lost' };
}

/** Waits until the terminal answers again, however long that takes. */
export async function waitForTerminal({ terminal, newServiceId, wait }: AskOptions): Promise<AttemptEvent> {
  for (;;) {
    await wait(ASK_AGAIN_MS);
    const answer = await terminal.diagnose(newServiceId());
    if (answer.kind === 'answered' && answer.status !== 'unreachable') return { kind: 'terminal_back' };
  }
}
