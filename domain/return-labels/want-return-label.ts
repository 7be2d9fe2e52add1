import type { StoreReader } from '../base/define-document.ts';
import type { Recorded, RequestFor } from '../base/define-operation.ts';
import type { Effect } from '../base/effect.ts';
import type { Refusal } from '../base/refusal.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { askedAgain, mayBeAsked, newLabel, ownLabel } from '../labels/label-steps.ts';
import { type ReturnableLine, type ReturnChoice, unitsReturnable } from '../returns/return-goods.ts';
import { returnReason } from '../returns/disposition.ts';
import { returnLabelAskedFor, returnLabelDocument, returnLabelVoidWanted } from './documents.ts';
import type { ParcelBack, ReturnLabel, ReturnLabelLine } from './return-label.ts';

export type ReturnLabelWanted = Recorded<'return_label_wanted', ParcelBack>;
export type ReturnLabelAskedAgain = Recorded<'return_label_asked_again', Pick<ParcelBack, 'parcelId'>>;
export type ReturnLabelGivenBack = Recorded<'return_label_given_back', Pick<ParcelBack, 'parcelId'>>;

type LineName = Pick<ReturnableLine, 'lineNo' | 'fulfillmentOrderId'>;

const isSameLine = (one: LineName, other: LineName): boolean =>
  one.lineNo === other.lineNo && one.fulfillmentOrderId === other.fulfillmentOrderId;

/** Whether goods may come back with a label: those of one that was refused, or is given back, do not. */
export function isInUse({ state }: Pick<ReturnLabel, 'state'>): boolean {
  return state !== 'refused' && state !== 'void_wanted' && state !== 'void';
}

/** Units that a label announced and that have not come back yet. */
function unitsUnderWay({ quantity, returned }: ReturnLabelLine, line: Pick<ReturnableLine, 'returned'>): number {
  return Math.max(0, quantity - Math.max(0, line.returned - returned));
}

/** The lines of a label of which goods are still to come, with how many; none once all of it came back. @param bought as it is now. */
export function stillToCome(label: ReturnLabel, bought: readonly ReturnableLine[]): ReturnLabelLine[] {
  if (!isInUse(label)) return [];
  return label.lines.flatMap((announced) => {
    const line = bought.find((one) => isSameLine(one, announced));
    const quantity = line === undefined ? 0 : Math.min(unitsUnderWay(announced, line), unitsReturnable(line));
    return quantity === 0 ? [] : [{ ...announced, quantity }];
  });
}

/**
 * Why goods get no return label; null where they get one. Refuses what was not bought or has come back (`more_than_was_bought`), and what
 * another label names already (`return_label_there`).
 * @param others the other labels of the same receipt or order.
 */
export function whyNoLabel(
  wanted: readonly (LineName & { readonly quantity: number })[],
  bought: readonly ReturnableLine[],
  others: Iterable<ReturnLabel>,
): Refusal | null {
  if (wanted.length === 0) return 'nothing_to_return';
  const underWay = [...others].flatMap((label) => stillToCome(label, bought));
  for (const { quantity, ...name } of wanted) {
    const line = bought.find((one) => isSameLine(one, name));
    if (line === undefined || quantity > unitsReturnable(line)) return 'more_than_was_bought';
    const named = underWay.filter((one) => isSameLine(one, name)).reduce((sum, one) => sum + one.quantity, 0);
    if (quantity + named > unitsReturnable(line)) return 'return_label_there';
  }
  return null;
}

/** Whether a line is goods by the piece that have left: fees, gift cards and what is weighed are sent back by no parcel. */
export function isSentBack({ kind, quantityDecimals, ordered }: ReturnableLine): boolean {
  return kind === 'goods' && quantityDecimals === 0 && ordered?.at !== 'pool';
}

export interface WantedLabel extends Omit<ParcelBack, 'lines'> {
  readonly choices: readonly Pick<ReturnChoice, 'line' | 'quantity' | 'reason'>[];
}

/**
 * Wants a label with which a customer sends goods back. Nothing is refunded by it. Refuses as {@link whyNoLabel} does.
 * @param labels that the register knows.
 */
export function wantReturnLabel(
  { choices, ...parcel }: WantedLabel,
  labels: Iterable<ReturnLabel>,
): Result<RequestFor<ReturnLabelWanted>, Refusal> {
  const sent = choices.filter(({ line, quantity }) => quantity !== 0 && isSentBack(line));
  if (sent.some(({ quantity }) => !Number.isSafeInteger(quantity) || quantity < 0)) return refuse('quantity_not_valid');
  if (sent.some(({ line }) => line.ordered?.at === 'unknown')) return refuse('order_state_unknown');
  const lines = sent.map(({ line: { lineNo, fulfillmentOrderId, sku, name, returned }, quantity, reason = null }) => {
    const why = returnReason.safeParse(reason);
    return { lineNo, fulfillmentOrderId, sku, name, quantity, reason: why.success ? why.data : null, returned };
  });
  const { kind, number } = parcel.origin;
  const others = [...labels].filter(({ origin }) => origin.kind === kind && origin.number === number);
  const why = whyNoLabel(
    lines,
    sent.map(({ line }) => line),
    others,
  );
  return why === null ? accept({ type: 'return_label_wanted', payload: { ...parcel, lines } }) : refuse(why);
}

/** Has the carrier asked again for a label that it refused, or of which nobody knows whether it is made (`label_is_asked` otherwise). */
export function askReturnLabelAgain(label: ReturnLabel): Result<RequestFor<ReturnLabelAskedAgain>, Refusal> {
  if (!mayBeAsked(label)) return refuse('label_is_asked');
  return accept({ type: 'return_label_asked_again', payload: { parcelId: label.parcelId } });
}

/** Gives a label back to its carrier, so that nobody pays for it, and its goods may get another (`label_missing` where there is none). */
export function giveReturnLabelBack(label: ReturnLabel): Result<RequestFor<ReturnLabelGivenBack>, Refusal> {
  if (label.state !== 'have') return refuse('label_missing');
  return accept({ type: 'return_label_given_back', payload: { parcelId: label.parcelId } });
}

/** The label waits to be asked for. The same parcel wants it once. */
export function applyReturnLabelWanted(reader: StoreReader, operation: ReturnLabelWanted): Effect[] {
  const { payload } = operation;
  if (reader.get(returnLabelDocument, payload.parcelId) !== undefined) return [];
  return [
    returnLabelDocument.put({ ...payload, ...newLabel(operation), mailed: null }),
    returnLabelAskedFor.effect({ parcelId: payload.parcelId }),
  ];
}

/** It waits to be asked for again. */
export function applyReturnLabelAskedAgain(reader: StoreReader, { storeId, at, payload }: ReturnLabelAskedAgain): Effect[] {
  const label = ownLabel(reader, returnLabelDocument, storeId, payload.parcelId);
  if (label === null || !mayBeAsked(label)) return [];
  return [returnLabelDocument.put(askedAgain(label, at)), returnLabelAskedFor.effect({ parcelId: label.parcelId })];
}

/** A label that there is waits to be given back. */
export function applyReturnLabelGivenBack(reader: StoreReader, { storeId, at, payload }: ReturnLabelGivenBack): Effect[] {
  const label = ownLabel(reader, returnLabelDocument, storeId, payload.parcelId);
  if (label?.state !== 'have') return [];
  return [
    returnLabelDocument.put({ ...label, state: 'void_wanted', since: at, reason: null }),
    returnLabelVoidWanted.effect({ parcelId: label.parcelId }),
  ];
}
