import type { NamedTender } from '../../domain/payments/tender.ts';
import { payWithVoucher } from '../../domain/payments/voucher.ts';
import { payWithStoredValue } from '../../domain/stored-value/pay-with-stored-value.ts';
import type { RegisterServices } from '../../src-renderer/kit/register-services.ts';
import { mostByPoints } from '../../domain/loyalty/points.ts';
import type { SaleLine } from '../../domain/pricing/sale-line.ts';
import { buyOnAccount, useThePoints } from './accounts.ts';
import { CURRENCY, FOREIGN, GIFT_CARDS, OFFLINE_CAP, VOUCHER } from './goods.ts';
import { answerQuestions, type Person } from './person.ts';

/** What a sale is paid with beside its own cash. */
export interface Paid {
  readonly tenders: readonly NamedTender[];
  /** What these pay, in minor units. */
  readonly otherMinor: number;
  /** Whether the customer hands over notes of another country, the ones in `FOREIGN`. */
  readonly hasNotes: boolean;
  /** How far the account of the customer was let go beyond its limit, in minor units. */
  readonly overLimitMinor: number;
  readonly usedPoints: number;
}

/** What is paid for, and by whom. */
export interface ToPay {
  readonly totalMinor: number;
  readonly lines: readonly Pick<SaleLine, 'kind' | 'totalMinor'>[];
  /** Whether points take something off: then they pay nothing. */
  readonly hasPointsOff: boolean;
  /** Null for somebody whom nobody knows. */
  readonly customerId: string | null;
}

/** Sometimes a customer has a gift card, and pays as much with it as it has. */
async function payByGiftCard({ chance, device }: Person, services: RegisterServices, total: number): Promise<NamedTender | null> {
  if (!chance.percent(15)) return null;
  const id = chance.pick(GIFT_CARDS);
  const known = await services.findStoredValue(id).catch((error: unknown) => {
    // Whoever asks a machine that has died meanwhile gets no answer.
    if (device.register?.services === services) throw error;
    return null;
  });
  if (known === null) return null;
  const paid = payWithStoredValue({ id, known, currency: CURRENCY, wantedMinor: total, offlineCapMinor: OFFLINE_CAP }, 'gift_card');
  return paid.ok ? paid.value : null;
}

/** How long a customer with a card waits for the terminal at most, and how often the screen is looked at. Milliseconds. */
const CARD_PATIENCE_MS = 200_000;
const LOOK_EVERY_MS = 5_000;

/**
 * Sometimes a customer pays by card: all of it, or as much as the card has. @returns the tender; null where nothing was charged; undefined
 * where nobody can tell, or the machine died: then the sale is given up.
 */
async function payByCard(person: Person, services: RegisterServices, total: number): Promise<NamedTender | null | undefined> {
  const { chance, device } = person;
  const cartId = `CART-${chance.int(0, 1_000_000_000)}`;
  const { cards } = services;
  const stopAnswering = answerQuestions(person, services);
  const asked = await cards.pay({ cartId, currency: CURRENCY, amountMinor: total, totalMinor: total }).finally(stopAnswering);
  if (!asked.ok) return null;
  for (let waited = 0; waited < CARD_PATIENCE_MS; waited += LOOK_EVERY_MS) {
    if (device.register?.services !== services) return undefined;
    const attempt = cards.state.getState().payments.get(asked.value)?.attempt;
    if (attempt?.state === 'approved' && attempt.approval !== null) {
      const { authorizedMinor: amountMinor, isOnline } = attempt.approval;
      return {
        kind: 'card',
        currency: CURRENCY,
        amountMinor,
        tipMinor: 0,
        reference: asked.value,
        state: isOnline ? 'captured' : 'offline',
      };
    }
    if (attempt === undefined || attempt.state === 'not_charged') return null;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  return undefined;
}

const sumOf = (tenders: readonly NamedTender[]): number => tenders.reduce((sum, one) => sum + one.amountMinor, 0);

/** What a sale is paid with beside cash; undefined where it is given up. */
export async function payFor(person: Person, services: RegisterServices, toPay: ToPay): Promise<Paid | undefined> {
  const { chance } = person;
  const { totalMinor: total } = toPay;
  const giftCard = await payByGiftCard(person, services, total);
  const card = giftCard === null && chance.percent(15) ? await payByCard(person, services, total) : null;
  if (card === undefined) return undefined;
  const paidSoFar = (giftCard ?? card)?.amountMinor ?? 0;
  const voucher =
    chance.percent(10) && paidSoFar < total ? payWithVoucher(VOUCHER, CURRENCY, VOUCHER.amountMinor, total - paidSoFar).tender : null;
  const tenders = [giftCard, card, voucher].filter((one) => one !== null);
  const otherMinor = sumOf(tenders);
  const hasNotes = chance.percent(10) && total - otherMinor > FOREIGN.worthMinor;
  const { own, ...beyond } = hasNotes
    ? { own: [], overLimitMinor: 0, usedPoints: 0 }
    : await payByCustomer(person, services, toPay, otherMinor);
  return { tenders: [...tenders, ...own], otherMinor: otherMinor + sumOf(own), hasNotes, ...beyond };
}

/** What a customer who is known pays with points, and buys on account. @param paidMinor what was paid otherwise, in minor units. */
async function payByCustomer(
  person: Person,
  services: RegisterServices,
  { totalMinor, lines, hasPointsOff, customerId }: ToPay,
  paidMinor: number,
) {
  const { chance, books } = person;
  const leftMinor = totalMinor - paidMinor;
  const isKnown = customerId !== null && leftMinor > 0;
  const mayPay = isKnown && chance.percent(30) && !hasPointsOff;
  const points = mayPay ? await useThePoints(person, services, customerId, leftMinor, mostByPoints(lines)) : null;
  const restMinor = leftMinor - (points?.tender.amountMinor ?? 0);
  // Nobody pays what they owe by owing it.
  const mayOwe = isKnown && restMinor > 0 && books.limits.has(customerId) && !lines.some(({ kind }) => kind === 'account_payment');
  const charge = mayOwe && chance.percent(80) ? await buyOnAccount(person, services, customerId, restMinor) : null;
  return {
    own: [points?.tender, charge?.tender].filter((one) => one !== undefined),
    overLimitMinor: charge?.overLimitMinor ?? 0,
    usedPoints: points?.points ?? 0,
  };
}

/** What a sale puts on gift cards and takes off them. */
export function giftCardMoves(
  load: { readonly id: string; readonly minor: number } | null,
  tenders: readonly NamedTender[],
): Record<string, number> {
  const moves: Record<string, number> = {};
  if (load !== null) moves[load.id] = load.minor;
  for (const { kind, reference, amountMinor } of tenders)
    if (kind === 'gift_card' && reference !== null) moves[reference] = (moves[reference] ?? 0) - amountMinor;
  return moves;
}
