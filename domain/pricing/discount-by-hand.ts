import { decidedOf } from './decided.ts';
import { loadsStoredValue } from './loads-stored-value.ts';
import { type Adjustments, type OpenLine, takenOff } from './open-line.ts';
import { isQuoted } from './quoted-lines.ts';

/** Discounts that a person gave on single lines, of what promotions have left. A gift card gets the money that it costs: it has none. */
export function discountByHand(lines: readonly OpenLine[]): Adjustments {
  return lines.map(({ line, leftMinor }) => {
    if (line.discount === undefined || isQuoted(line) || loadsStoredValue(line.kind)) return [];
    const off = takenOff(line.discount, leftMinor);
    return off === 0 ? [] : [{ source: 'line_discount', sourceId: null, amountMinor: -off, ...decidedOf(line.discount) }];
  });
}
