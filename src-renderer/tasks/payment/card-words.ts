import type { OpenCardPayment } from '../../kit/card-services.ts';
import { cardName } from '../../../texts/say/card-name.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { knownWords, words } from '../../../texts/words/words.ts';
import type { CardFace } from './card-face.ts';

/** What an approval says of the card; null where it says nothing. */
interface SeenCard {
  readonly scheme: string | null;
  readonly lastFour: string | null;
  readonly approvalCode: string | null;
}

function cardAndCode(card: SeenCard): string {
  const name = cardName(card);
  return card.approvalCode === null ? name : `${name} · ${words('payment.code', { code: card.approvalCode })}`;
}

const NO_CARD: SeenCard = { scheme: null, lastFour: null, approvalCode: null };

/** Why no money moved, in a sentence. @param condition the terminal's code. */
export function whyNot(condition: string | null): string {
  return knownWords(`payment.why.${condition ?? ''}`) ?? words('payment.why.other', { condition: condition ?? '?' });
}

/** Whole seconds from the question to the last that was heard. */
function answeredAfter({ startedAt, trail }: OpenCardPayment): number {
  return Math.max(0, Math.round(((trail.at(-1)?.at ?? startedAt) - startedAt) / 1000));
}

/** The fact about a card payment, as a title. @param now epoch milliseconds. */
export function faceTitle(face: CardFace, payment: OpenCardPayment, now: number): string {
  if (face !== 'no_answer') return words(`payment.title.${face}`);
  const since = payment.trail.find(({ state }) => state === 'asking')?.at ?? payment.startedAt;
  return words('payment.title.no_answer', { seconds: Math.max(0, Math.round((now - since) / 1000)) });
}

/** What it means for the money, and what may be done. */
export function faceText(face: CardFace, payment: OpenCardPayment): string {
  const { attempt, currency } = payment;
  const { approval, amountMinor, condition } = attempt;
  const asked = formatMoney(amountMinor, currency);
  const paid = formatMoney(approval?.authorizedMinor ?? amountMinor, currency);
  const card = cardAndCode(approval ?? NO_CARD);
  switch (face) {
    case 'waiting':
      return words('payment.text.waiting', { asked });
    case 'approved':
      return words('payment.text.approved', { card });
    case 'approved_less':
      return words('payment.text.approved_less', { paid, asked });
    case 'declined':
      return words('payment.text.declined', { reason: whyNot(condition) });
    case 'late_charged':
      return words('payment.text.late_charged', { card, seconds: answeredAfter(payment) });
    case 'offline':
    case 'charged_after_all':
    case 'giving_back':
    case 'not_given_back':
    case 'given_back':
      return words(`payment.text.${face}`, { paid });
    default:
      return words(`payment.text.${face}`);
  }
}

export type Tone = 'info' | 'good' | 'warn' | 'bad';

const TONES: Readonly<Record<CardFace, Tone>> = {
  waiting: 'info',
  approved: 'good',
  approved_less: 'warn',
  offline: 'warn',
  declined: 'bad',
  busy: 'warn',
  not_reachable: 'bad',
  no_answer: 'warn',
  unknown: 'warn',
  late_charged: 'good',
  late_not_charged: 'bad',
  charged_after_all: 'bad',
  giving_back: 'info',
  not_given_back: 'bad',
  given_back: 'good',
};

export function faceTone(face: CardFace): Tone {
  return TONES[face];
}
