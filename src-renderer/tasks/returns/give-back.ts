import type { Refusal } from '../../../domain/base/refusal.ts';
import type { RefundPart } from '../../../domain/returns/plan-refund.ts';
import type { GivenBack } from '../../../domain/returns/return-goods.ts';
import type { CardPayments, OpenCardPayment } from '../../kit/card-services.ts';

export interface GiveBack {
  readonly returnId: string;
  /** What the whole return comes to, in minor units. */
  readonly returnMinor: number;
  /** Whether the sale is voided as a whole. */
  readonly isVoid: boolean;
  /** How the refund is planned. */
  readonly parts: readonly RefundPart[];
  /** What a terminal has given back for this return before. */
  readonly made: readonly OpenCardPayment[];
  /** Why the return would be refused once all of this has gone back; null where it would be recorded. */
  readonly whyNot: (givenBack: readonly GivenBack[]) => Refusal | null;
  /** Whether the return is still on the screen that asked: whoever takes it up again goes on with it. */
  readonly isShown: () => boolean;
}

/** What went back, or why not all of it did: the terminal said no, or the person left. */
export type Given = { readonly givenBack: readonly GivenBack[] } | { readonly stopped: Refusal | 'card_refused' | 'left' };

/** Resolves once the terminal has said what became of a refund. */
function whenAnswered({ refunds }: CardPayments, id: string): Promise<OpenCardPayment | undefined> {
  const look = () => refunds.getState().payments.get(id);
  const isOpen = (one: OpenCardPayment | undefined) => one?.attempt.state === 'reversing';
  if (!isOpen(look())) return Promise.resolve(look());
  return new Promise((resolve) => {
    const stop = refunds.subscribe(() => {
      if (isOpen(look())) return;
      stop();
      resolve(look());
    });
  });
}

/** What a refund gave back of a payment, with the tip within it. @param paymentId of the plan's part; null where nobody knows it. */
export function withTip(parts: readonly RefundPart[], paymentId: string | null, refundId: string, amountMinor: number): GivenBack {
  const tipMinor = parts.find(({ kind, reference }) => kind === 'card' && reference === paymentId)?.tipMinor;
  return { refundId, amountMinor, ...(tipMinor !== undefined && { tipMinor }) };
}

/**
 * Gives back by the terminal what a plan gives to cards, but for what went back before. Nothing goes back for a return that would be
 * refused after it.
 */
export async function giveBackToCards(
  cards: CardPayments,
  { returnId, returnMinor, isVoid, parts, made, whyNot, isShown }: GiveBack,
): Promise<Given> {
  const done = new Map(made.map(({ refundOf, id, attempt }) => [refundOf, withTip(parts, refundOf, id, attempt.amountMinor)]));
  const open = parts.flatMap(({ kind, reference, amountMinor }) =>
    kind !== 'card' || reference === null || done.has(reference) ? [] : [{ reference, amountMinor }],
  );
  const wanted = open.map(({ reference, amountMinor }) => withTip(parts, reference, reference, amountMinor));
  const refusal = whyNot([...done.values(), ...wanted]);
  if (refusal !== null) return { stopped: refusal };
  for (const { reference, amountMinor } of open) {
    const asked = await cards.refund({ returnId, paymentId: reference, amountMinor, returnMinor, isVoid });
    if (!asked.ok) return { stopped: asked.refusal };
    const answered = await whenAnswered(cards, asked.value);
    if (answered?.attempt.state !== 'reversed') {
      cards.forgetRefund(asked.value);
      return { stopped: 'card_refused' };
    }
    if (!isShown()) return { stopped: 'left' };
    done.set(reference, withTip(parts, reference, asked.value, amountMinor));
  }
  return { givenBack: [...done.values()] };
}
