import type { CashMoved } from '../../../domain/shift/cash-movement.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { figure, head, note, type Paper, type PaperPart, RULE } from '../../../texts/paper/paper.ts';
import { words } from '../../../texts/words/words.ts';
import { cashReason } from './shift-figures.ts';

/** The slip of cash that moved without a sale, to be signed. @param top what stands above it. @param by who moved it. */
export function cashPaper({ kind, currency, amountMinor, reason, bag }: CashMoved, top: readonly PaperPart[], by: string): Paper {
  const title = words(`shift.move.${kind}`);
  return {
    title,
    parts: [
      ...top,
      head(title, 'large'),
      RULE,
      figure(cashReason(reason) ?? title, formatMoney(amountMinor, currency), 'large'),
      ...(bag === null ? [] : [figure(words('shift.bag'), bag)]),
      note(by),
      note(''),
      RULE,
      note(words('printer.signature')),
    ],
  };
}
