import { portionOf, UNIT_PRICE_SCALE } from '../base/money.ts';
import { addUnits } from './add-units.ts';
import type { FulfillmentLine, FulfillmentOrder } from './fulfillment-order.ts';

/** Orders have fewer lines than this, so that the number of a substitute tells which line it stands for. */
const ORDERED_LINES = 10_000;

/**
 * The number of the line for the substitute at a place of the list of line `lineNo`. It is the same in every store, so registers that are
 * cut off from each other agree on it. @param index from 0.
 */
export function substituteLineNo(lineNo: number, index: number): number {
  return (index + 1) * ORDERED_LINES + lineNo;
}

/** The line of the order that a line of a fulfillment order stands for: its own, or that which a substitute replaces. */
export function orderedLineNo(lineNo: number): number {
  return lineNo % ORDERED_LINES;
}

/** Units of a line for which the order has something else. */
export function replacedUnits({ lines }: Pick<FulfillmentOrder, 'lines'>, { lineNo }: Pick<FulfillmentLine, 'lineNo'>): number {
  return lines.filter((one) => one.insteadOf?.lineNo === lineNo).reduce((sum, one) => sum + one.quantity - one.short, 0);
}

/** Units that an order's customer ordered here: a substitute is none more. */
export function orderedUnits({ lines }: Pick<FulfillmentOrder, 'lines'>): number {
  return lines.filter((one) => one.insteadOf === undefined).reduce((sum, one) => sum + one.quantity, 0);
}

/** A line as it was ordered: a substitute reads as the article that it replaces, with that one's share of the money. */
export function asOrdered({ lines }: Pick<FulfillmentOrder, 'lines'>, line: FulfillmentLine): FulfillmentLine {
  const { insteadOf, ...rest } = line;
  if (insteadOf === undefined) return line;
  const { lineNo, totalMinor, taxMinor } = insteadOf;
  const { sku, gtin, name, unitPrice, substitutes } = lines.find((one) => one.lineNo === lineNo) ?? line;
  return { ...rest, lineNo, sku, gtin, name, unitPrice, totalMinor, taxMinor, ...(substitutes !== undefined && { substitutes }) };
}

/** What is taken off the price of units of a line because a substitute costs less, in minor units; 0 where nothing is. */
export function priceDifference(line: FulfillmentLine, units: number): { readonly totalMinor: number; readonly taxMinor: number } {
  const { insteadOf, quantity } = line;
  if (insteadOf === undefined) return { totalMinor: 0, taxMinor: 0 };
  const less = (field: 'totalMinor' | 'taxMinor') =>
    portionOf(insteadOf[field], quantity, 0, units) - portionOf(line[field], quantity, 0, units);
  return { totalMinor: less('totalMinor'), taxMinor: less('taxMinor') };
}

/** What units of a substitute cost: as the order says, and never more than was paid for the units that they replace. */
function priceOf(
  price: { readonly totalMinor: number; readonly taxMinor: number } | undefined,
  units: number,
  paid: { readonly totalMinor: number; readonly taxMinor: number },
): { readonly totalMinor: number; readonly taxMinor: number } {
  if (price === undefined || price.totalMinor * units >= paid.totalMinor) return paid;
  return { totalMinor: price.totalMinor * units, taxMinor: price.taxMinor * units };
}

/**
 * Has units of a substitute take the place of units of a line that are still to pick; they are picked. The ordered units are short from
 * then on, and their share of the money, the last of what the line still held, goes with them (rules M1, J9).
 * @param index the place of the substitute in the list of the line. @param units at most as many as are to pick.
 * @param writtenOff of them, those that left the book.
 */
export function withSubstitute(
  order: FulfillmentOrder,
  ordered: FulfillmentLine,
  index: number,
  units: number,
  writtenOff: number,
): FulfillmentOrder {
  const chosen = ordered.substitutes?.[index];
  if (chosen === undefined) return order;
  const share = (minor: number) => portionOf(minor, ordered.quantity, ordered.quantity - ordered.short - units, units);
  const paid = { totalMinor: share(ordered.totalMinor), taxMinor: share(ordered.taxMinor) };
  const costs = priceOf(chosen.price, units, paid);
  const { sku, gtin, name, price } = chosen;
  const lineNo = substituteLineNo(ordered.lineNo, index);
  const fresh: FulfillmentLine = {
    ...{ lineNo, sku, gtin, name, quantity: units, picked: units, short: 0, returned: 0 },
    unitPrice: price === undefined ? ordered.unitPrice : Math.min(ordered.unitPrice, price.totalMinor * UNIT_PRICE_SCALE),
    ...costs,
    insteadOf: { lineNo: ordered.lineNo, ...paid, writtenOff },
  };
  const lines = order.lines.map((one) => (one === ordered ? { ...one, short: one.short + units } : one));
  const before = lines.find((one) => one.lineNo === lineNo);
  if (before === undefined) return { ...order, lines: [...lines, fresh] };
  return { ...order, lines: lines.map((one) => (one === before ? joined(before, fresh) : one)) };
}

/** A line of a substitute with more of it. */
function joined(before: FulfillmentLine, more: FulfillmentLine): FulfillmentLine {
  const [old, add] = [before.insteadOf, more.insteadOf];
  return {
    ...before,
    quantity: before.quantity + more.quantity,
    picked: before.picked + more.picked,
    totalMinor: before.totalMinor + more.totalMinor,
    taxMinor: before.taxMinor + more.taxMinor,
    ...(old !== undefined &&
      add !== undefined && {
        insteadOf: {
          lineNo: old.lineNo,
          totalMinor: old.totalMinor + add.totalMinor,
          taxMinor: old.taxMinor + add.taxMinor,
          writtenOff: old.writtenOff + add.writtenOff,
        },
      }),
  };
}

/**
 * Takes units of a substitute back: what was ordered is to pick again, with the money that went with them.
 * @param units at most as many as are picked. @returns the order, and how many of the ordered units are on the book again.
 */
export function withoutSubstitute(
  order: FulfillmentOrder,
  line: FulfillmentLine,
  units: number,
): { readonly order: FulfillmentOrder; readonly bookedAgain: number } {
  const { insteadOf } = line;
  if (insteadOf === undefined || units === 0) return { order, bookedAgain: 0 };
  const before = line.quantity - line.short - units;
  const share = (minor: number) => portionOf(minor, line.quantity, before, units);
  const bookedAgain = Math.min(units, insteadOf.writtenOff);
  const rest: FulfillmentLine = {
    ...line,
    quantity: line.quantity - units,
    picked: line.picked - units,
    totalMinor: line.totalMinor - share(line.totalMinor),
    taxMinor: line.taxMinor - share(line.taxMinor),
    insteadOf: {
      lineNo: insteadOf.lineNo,
      totalMinor: insteadOf.totalMinor - share(insteadOf.totalMinor),
      taxMinor: insteadOf.taxMinor - share(insteadOf.taxMinor),
      writtenOff: insteadOf.writtenOff - bookedAgain,
    },
  };
  const ordered = asOrdered(order, line);
  const again = {
    ...{ ...ordered, quantity: units, picked: 0, short: 0, returned: 0 },
    totalMinor: share(insteadOf.totalMinor),
    taxMinor: share(insteadOf.taxMinor),
  };
  const lines = order.lines.flatMap((one) => (one !== line ? [one] : rest.quantity === 0 ? [] : [rest]));
  return { order: addUnits({ ...order, lines }, [again]), bookedAgain };
}
