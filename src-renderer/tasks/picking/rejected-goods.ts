import { portionOf } from '../../../domain/base/money.ts';
import { type FulfillmentLine, type FulfillmentOrder, reservedUnits, unitsToPick } from '../../../domain/fulfillment/fulfillment-order.ts';

/** What a reject gives back, before anybody says so. */
export interface RejectedGoods {
  readonly units: number;
  /** Of them, those that are picked: they have to be put back. */
  readonly picked: number;
  /** What the customer paid for them, tax included. */
  readonly amountMinor: number;
  /** Units by SKU and name that are to be had elsewhere. */
  readonly lines: readonly { readonly lineNo: number; readonly sku: string; readonly name: string; readonly units: number }[];
}

/** The lines that can be rejected one by one: something of them is to pick. */
export function rejectableLines(order: FulfillmentOrder): readonly FulfillmentLine[] {
  return order.lines.filter((line) => unitsToPick(line) > 0);
}

/** What a reject of some lines gives back, or of the whole order where none is named. */
export function rejectedGoods(order: FulfillmentOrder, lineNos: readonly number[]): RejectedGoods {
  const lines = order.lines
    .filter((line) => lineNos.length === 0 || lineNos.includes(line.lineNo))
    .map((line) => ({ line, units: lineNos.length === 0 ? reservedUnits(order, line) : unitsToPick(line) }))
    .filter(({ units }) => units > 0);
  const before = ({ line, units }: (typeof lines)[number]) => line.quantity - line.short - units;
  return {
    units: lines.reduce((sum, { units }) => sum + units, 0),
    picked: lineNos.length === 0 ? lines.reduce((sum, { line }) => sum + line.picked, 0) : 0,
    amountMinor: lines.reduce((sum, one) => sum + portionOf(one.line.totalMinor, one.line.quantity, before(one), one.units), 0),
    lines: lines.map(({ line: { lineNo, sku, name }, units }) => ({ lineNo, sku, name, units })),
  };
}
