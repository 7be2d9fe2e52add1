import type { ReturnableLine, ReturnChoice } from '../../domain/returns/return-goods.ts';
import { chooseLine, lineKey } from '../../src-renderer/tasks/returns/return-form.ts';
import type { BackLine, Entry } from './books.ts';
import { paidFor, shareOf } from './goods.ts';

/** What somebody chooses to give back, with what the till chooses along: the deposits of the goods. */
export function chosenWith(lines: readonly ReturnableLine[], { line, quantity, disposition }: ReturnChoice): ReturnChoice[] {
  const chosen = chooseLine({ lines }, new Map(), line, { quantity, disposition });
  return lines.flatMap((one) => {
    const along = chosen.get(lineKey(one));
    return along === undefined || along.quantity === 0 ? [] : [{ line: one, ...along }];
  });
}

/** What comes back of a line, by hand. @param entry the sale, as whoever sold it saw it; undefined for an online order. */
export function backLineOf(entry: Entry | undefined, { line, quantity }: ReturnChoice): BackLine {
  const { sku, kind, returned, lineNo } = line;
  const sold = entry?.lines?.find((one) => one.lineNo === lineNo);
  const minor = sold === undefined ? paidFor(sku, quantity) : shareOf(sold, returned, quantity);
  return { sku, kind, units: quantity, minor, serial: sold?.serial ?? null };
}
