import { decidedOf } from './decided.ts';
import { loadsStoredValue } from './loads-stored-value.ts';
import { lineTotal } from '../base/money.ts';
import type { Adjustments, OpenLine } from './open-line.ts';
import { isQuoted } from './quoted-lines.ts';

/** Price overrides: what a line costs at the price that a person gave it, above or below its own. A gift card keeps its own. */
export function overridePrices(lines: readonly OpenLine[]): Adjustments {
  return lines.map(({ line, leftMinor }) => {
    if (line.override === undefined || isQuoted(line) || loadsStoredValue(line.kind)) return [];
    const { unitPrice } = line.override;
    const amountMinor = lineTotal(unitPrice, line.quantity, line.quantityDecimals ?? 0) - leftMinor;
    return amountMinor === 0 ? [] : [{ source: 'price_override', sourceId: null, amountMinor, ...decidedOf(line.override) }];
  });
}
