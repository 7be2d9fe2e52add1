import type { Refusal } from '../../../domain/base/refusal.ts';
import { accept, refuse, type Result } from '../../../domain/base/result.ts';
import { goodsReturned } from '../../../domain/returns/operations.ts';
import { cashRounding } from '../../../domain/payments/settings.ts';
import type { RefundTo } from '../../../domain/returns/plan-refund.ts';
import { returnRules } from '../../../domain/returns/settings.ts';
import { settingOf } from '../../../domain/settings/setting-of.ts';
import type { Returnable } from '../../../domain/orders/order-intake.ts';
import { type GivenBack, returnGoods, type ReturnRequest } from '../../../domain/returns/return-goods.ts';
import type { Decide, RecordContext } from '../../kit/register-services.ts';
import type { Voiding } from './return-draft.ts';
import { NOTHING_STAYS, type Stays } from './line-terms.ts';
import { type Choices, isHeldBack, lineKey, NO_CHOICE, refreshed, type ReturnSource, sourceOf } from './return-form.ts';

/** What a person wants to give back. */
export interface Wanted {
  readonly found: Returnable;
  readonly choices: Choices;
  readonly to: RefundTo;
  /** What a terminal has given back for it, or is about to. */
  readonly givenBack: readonly GivenBack[];
  /** Of a sale that is voided as a whole; null for a return. */
  readonly voiding: Voiding | null;
  /** What the terms of the store leave with the customer; nothing where it is left out. */
  readonly stays?: Stays;
}

/** Why what is chosen is not taken back yet: a line has no reason where the store asks for one, or it stays and nobody has allowed it. */
export function whyNotYet(source: ReturnSource, choices: Choices, needsReason: boolean, stays: Stays): Refusal | null {
  const chosen = source.lines.flatMap((line) => {
    const choice = choices.get(lineKey(line));
    return choice === undefined || choice.quantity === 0 ? [] : [{ line, choice }];
  });
  if (chosen.some(({ line, choice }) => isHeldBack(line, choice, stays))) return 'return_stays';
  return needsReason && chosen.some(({ choice }) => (choice.reason ?? null) === null) ? 'return_reason_missing' : null;
}

/** Why a sale cannot be voided now; null where it can. Later, and in part, it is a return. */
function whyNoVoid(source: ReturnSource, choices: Choices, voiding: Voiding, openShift: RecordContext['openShift']): Refusal | null {
  if (openShift?.id !== voiding.shiftId) return 'void_too_late';
  if (source.lines.some(({ ordered }) => ordered?.at === 'unknown')) return 'order_state_unknown';
  if (source.lines.some(({ ordered }) => ordered?.at === 'departed')) return 'void_too_late';
  const isWhole = source.lines.every((line) => line.returned === 0 && choices.get(lineKey(line))?.quantity === line.bought);
  return isWhole ? null : 'more_than_was_bought';
}

/**
 * What comes back as it is decided, but for its receipt; or why it does not come back now.
 * @param isBegun whether money has gone back for it.
 */
export function askedBack(
  { found, choices, to, givenBack, voiding, stays = NOTHING_STAYS }: Wanted,
  { reader, openShift }: Pick<RecordContext, 'reader' | 'openShift'>,
  isBegun: boolean,
): Result<Omit<ReturnRequest, 'receiptNumber'>, Refusal> {
  const source = sourceOf(found, reader);
  const { needsReason } = settingOf(reader, returnRules, {});
  const whyNot = voiding === null ? whyNotYet(source, choices, needsReason, stays) : whyNoVoid(source, choices, voiding, openShift);
  if (whyNot !== null && !isBegun) return refuse(whyNot);
  const rounding = settingOf(reader, cashRounding, { storeId: openShift?.storeId });
  return accept({
    origin: source.origin,
    currency: source.currency,
    cashRounding: voiding === null ? rounding : { ...rounding, refunds: 'rounded' },
    ...(found.kind === 'sale' && { paid: found.sale }),
    to,
    givenBack,
    voidReason: voiding?.reason ?? null,
    reprice: source.reprice,
    feeFor: voiding === null ? source.feeFor : null,
    choices: source.lines.map((line) => ({ line, ...(choices.get(lineKey(line)) ?? NO_CHOICE) })),
  });
}

function decideOn(wanted: Wanted, context: RecordContext, isBegun: boolean): ReturnType<Decide> {
  const { nextReceiptNumber, openShift } = context;
  const asked = askedBack(wanted, context, isBegun);
  if (!asked.ok) return asked;
  const decision = returnGoods({ ...asked.value, receiptNumber: nextReceiptNumber });
  if (!decision.ok) return decision;
  if (decision.value.tenders.some((one) => one.kind === 'cash') && openShift === null) return refuse('no_open_shift');
  return accept(goodsReturned.request(decision.value));
}

/**
 * @param isBegun whether money has gone back for it. That is a fact: where another register took the goods back meanwhile, the return is
 * recorded as the form showed it, and a person is told (rule J5).
 */
function decideAt(wanted: Wanted, context: RecordContext, isBegun: boolean): ReturnType<Decide> {
  const decided = decideOn({ ...wanted, found: refreshed(wanted.found, context.reader) }, context, isBegun);
  return decided.ok || !isBegun ? decided : decideOn(wanted, context, isBegun);
}

/** Stands for the receipt that a return would get. */
const NO_RECEIPT = 'NONE-0';

/**
 * Why a return would be refused if it were recorded now; null where it would not. Asked before a terminal gives money back.
 * @param isBegun whether money has gone back for it.
 */
export function whyNoReturn(
  wanted: Wanted,
  { reader, openShift }: Pick<RecordContext, 'reader' | 'openShift'>,
  isBegun: boolean,
): Refusal | null {
  const decided = decideAt(
    wanted,
    { reader, openShift, nextReceiptNumber: NO_RECEIPT, businessDate: openShift?.businessDate ?? '' },
    isBegun,
  );
  return decided.ok ? null : decided.refusal;
}

/**
 * Decides a return on what is known at the moment it is recorded, not on what the form showed. Cash leaves only the
 * drawer of an open shift.
 */
export function decideReturn(
  found: Returnable,
  choices: Choices,
  { to = 'original', givenBack = [], voiding = null, stays = NOTHING_STAYS }: Partial<Omit<Wanted, 'found' | 'choices'>> = {},
): Decide {
  return (context) => decideAt({ found, choices, to, givenBack, voiding, stays }, context, givenBack.length > 0);
}
