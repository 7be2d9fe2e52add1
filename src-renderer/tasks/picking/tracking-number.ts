import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { plainTracking, readTrackingNumber } from '../../../domain/carriers/read-tracking-number.ts';
import type { Catalog } from '../../kit/register-services.ts';
import { nameScanned, resolveItem } from './resolve-item.ts';
import { words } from '../../../texts/words/words.ts';

/** What is known when a number is entered for a box. */
export interface TrackingContext {
  readonly catalog: Pick<Catalog, 'lookup' | 'product'>;
  /** Every order that the register has, whatever became of it. */
  readonly orders: ReadonlyMap<string, FulfillmentOrder>;
  /** Numbers that are being entered, by fulfillment order. */
  readonly entered: Readonly<Record<string, string>>;
  /** The numbers of labels that the carrier made, by fulfillment order. */
  readonly labels: ReadonlyMap<string, readonly string[]>;
}

/** A number as it is compared: two labels of one carrier differ in more than spaces, the case of letters or a prefix. */
export function plainNumber(number: string): string {
  const reading = readTrackingNumber(number);
  return reading.kind === 'right' ? reading.number : plainTracking(number);
}

/**
 * Why a number cannot be the tracking number of this box: it is an article's barcode, an order's number, or belongs to
 * another box. @returns a sentence that names it; null when there is no reason.
 */
export function refuseTracking(number: string, order: FulfillmentOrder, { catalog, orders, entered }: TrackingContext): string | null {
  const wanted = plainNumber(number);
  const item = resolveItem([order], catalog, number);
  if (item.ok) {
    const name = order.lines.find((line) => line.sku === item.value)?.name ?? catalog.product(item.value)?.name;
    return words('picking.isArticle', { scanned: nameScanned(number.trim(), name) });
  }
  for (const other of orders.values()) {
    if (plainNumber(other.orderNumber) === wanted) return words('picking.isOrder', { code: number.trim() });
    if (other.id === order.id) continue;
    const used =
      other.state.status === 'shipped' ? other.state.trackingNumber : other.state.status === 'packed' ? (entered[other.id] ?? '') : '';
    if (used !== '' && plainNumber(used) === wanted) return words('picking.isOfOther', { code: number.trim(), number: other.orderNumber });
  }
  return null;
}

/** What a scan on the shipping screen leads to. */
export type LabelScan =
  /** It is the number of an order: its card is the one to fill. */
  | { readonly kind: 'choose'; readonly id: string }
  | { readonly kind: 'fill'; readonly id: string; readonly number: string }
  | { readonly kind: 'refuse'; readonly sentence: string };

/**
 * A label was scanned while one box is the current one. Nothing that was entered is ever written over.
 * @param packed the boxes that wait for a label.
 */
export function scanLabel(
  code: string,
  current: FulfillmentOrder | undefined,
  packed: readonly FulfillmentOrder[],
  context: TrackingContext,
): LabelScan {
  const named = packed.find((order) => plainNumber(order.orderNumber) === plainNumber(code));
  if (named !== undefined) return { kind: 'choose', id: named.id };
  // The driver takes a box whose label the carrier made: its card is the one.
  const labelled = packed.find(
    (order) => context.labels.get(order.id)?.some((number) => plainNumber(number) === plainNumber(code)) === true,
  );
  if (labelled !== undefined) return { kind: 'choose', id: labelled.id };
  if (current === undefined) return { kind: 'refuse', sentence: words('picking.noBox', { code }) };
  const reading = readTrackingNumber(code);
  if (reading.kind === 'wrong_check_digit' && reading.isUnmistakable) {
    return { kind: 'refuse', sentence: words('refusal.tracking_number_wrong') };
  }
  const refusal = refuseTracking(code, current, context);
  if (refusal !== null) return { kind: 'refuse', sentence: refusal };
  const before = (context.entered[current.id] ?? '').trim();
  if (before !== '' && plainNumber(before) !== plainNumber(code)) {
    return {
      kind: 'refuse',
      sentence: words('picking.hasNumber', { code, number: current.orderNumber, before }),
    };
  }
  return { kind: 'fill', id: current.id, number: code.trim() };
}
