import type { z } from 'zod';
import { readPriceText } from '../base/decimal-text.ts';
import { entityId } from '../base/envelope.ts';
import { currencyDecimals } from '../base/iso-4217.ts';
import { UNIT_PRICE_SCALE } from '../base/money.ts';
import { accept, refuse, type Result } from '../base/result.ts';
import { addressFaults } from './check-address.ts';
import { type ShippingCost, shippingCost } from './channel-fields.ts';
import { dateFaults } from './check-dates.ts';
import type { OrderFault } from './order-fault.ts';
import type { OrderIntake } from './order-intake.ts';
import { orderRequest, type OrderRequestBody, orderRequestLine, orderTime, PRICE } from './order-request.ts';

type SentLine = OrderRequestBody['lines'][number];

/** A line of an order that may be wrong: what it names, and the whole of it where that can be read. */
export interface LineParts {
  readonly sku: string | null;
  readonly substitutes: readonly (string | null)[];
  readonly line: OrderIntake['lines'][number] | null;
}

/** What of an order can be checked, though other parts of it are wrong. */
export interface OrderParts {
  readonly currency: string | null;
  /** Where it is picked up; null also for a parcel. */
  readonly storeId: string | null;
  /** Null also where none was sent. */
  readonly shipping: ShippingCost | null;
  /** In their order. */
  readonly lines: readonly LineParts[];
}

/** An order with something wrong: what, and what else of it can be checked. */
export interface FaultyOrder {
  readonly parts: OrderParts;
  readonly faults: readonly OrderFault[];
}

/** In thousandths of a minor unit, or what is wrong with it. */
function readWirePrice(price: SentLine['unitPrice'], orderCurrency: string): number | string {
  if (typeof price === 'string') {
    return (
      readPriceText(price, orderCurrency) ??
      `${orderCurrency} has ${currencyDecimals(orderCurrency)} decimals, and a price at most three more.`
    );
  }
  if (price.currency !== orderCurrency) return `The price is in ${price.currency}, the order in ${orderCurrency}.`;
  return price.minor * UNIT_PRICE_SCALE;
}

function readLine(sent: SentLine, index: number, orderCurrency: string, faults: OrderFault[]): LineParts {
  const names = { sku: sent.sku, substitutes: (sent.substitutes ?? []).map(({ sku }) => sku) };
  const unitPrice = readWirePrice(sent.unitPrice, orderCurrency);
  if (typeof unitPrice !== 'string') return { ...names, line: { ...sent, unitPrice } };
  faults.push({ code: 'order_not_valid', field: `lines.${index}.unitPrice`, message: unitPrice, fix: PRICE });
  return { ...names, line: null };
}

/** Reads what was sent and passed the schema: prices into thousandths of a minor unit, times into UTC. @param now by the server's clock. */
export function readOrderRequest(sent: OrderRequestBody, now: Date): Result<OrderIntake, FaultyOrder> {
  const { placedAt: placed, promisedAt: promised, ...rest } = sent;
  const { currency, fulfillment } = sent;
  const placedAt = new Date(placed);
  const promisedAt = promised === undefined ? null : new Date(promised);
  const faults = [
    ...dateFaults(placedAt, promisedAt, now),
    ...(fulfillment.kind === 'ship' ? addressFaults(fulfillment.shipTo, 'fulfillment.shipTo') : []),
  ];
  const read = sent.lines.map((line, index) => readLine(line, index, currency, faults));
  if (faults.length > 0) {
    const storeId = fulfillment.kind === 'pickup' ? fulfillment.storeId : null;
    return refuse({ faults, parts: { currency, storeId, shipping: sent.shipping ?? null, lines: read } });
  }
  return accept({
    ...rest,
    placedAt: placedAt.toISOString(),
    ...(promisedAt !== null && { promisedAt: promisedAt.toISOString() }),
    lines: read.flatMap(({ line }) => line ?? []),
  });
}

type Raw = Readonly<Partial<Record<string, unknown>>>;
const membersOf = (value: unknown): Raw => (typeof value === 'object' && value !== null ? (value as Raw) : {});
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** A value as a schema reads it; null where it does not. */
function readAs<T>(schema: z.ZodType<T>, value: unknown): T | null {
  const read = schema.safeParse(value);
  return read.success ? read.data : null;
}

const skuOf = (value: unknown) => readAs(entityId, membersOf(value)['sku']);

function timeOf(value: unknown): Date | null {
  const read = readAs(orderTime, value);
  return read === null ? null : new Date(read);
}

/** What can be read of an order that the schema refuses, and what is wrong with it that the schema does not see. */
export function readRefusedOrder(body: unknown, now: Date): FaultyOrder {
  const sent = membersOf(body);
  const fulfillment = membersOf(sent['fulfillment']);
  const currency = readAs(orderRequest.shape.currency, sent['currency']);
  const faults = [
    ...dateFaults(timeOf(sent['placedAt']), timeOf(sent['promisedAt']), now),
    ...(fulfillment['kind'] === 'ship' ? addressFaults(fulfillment['shipTo'], 'fulfillment.shipTo') : []),
  ];
  const lines = listOf(sent['lines']).map((line, index): LineParts => {
    const read = readAs(orderRequestLine, line);
    if (read !== null && currency !== null) return readLine(read, index, currency, faults);
    return { sku: skuOf(line), substitutes: listOf(membersOf(line)['substitutes']).map(skuOf), line: null };
  });
  const storeId = fulfillment['kind'] === 'pickup' ? readAs(entityId, fulfillment['storeId']) : null;
  return { faults, parts: { currency, storeId, shipping: readAs(shippingCost, sent['shipping']), lines } };
}
