import type { TerminalTotals } from '../../../domain/payments/terminal-totals.ts';
import { compareTerminal } from '../../../domain/reports/compare-terminal.ts';
import type { ShiftReport } from '../../../domain/reports/report.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { words } from '../../../texts/words/words.ts';
import { counted, type Figure, tenderName } from '../../kit/reports/total-figures.ts';

/** What the card terminal says that it took; null where the register has none. */
export type AskedTerminal = TerminalTotals | { readonly result: 'asking'; readonly terminalId: string } | null;

/** What a closing keeps of it. A drawer is never held up by a terminal: one that has not answered was not waited for. */
export function closingTotals(asked: AskedTerminal): { readonly terminal?: TerminalTotals } {
  if (asked === null) return {};
  return { terminal: asked.result === 'asking' ? { result: 'not_told', terminalId: asked.terminalId, why: 'not_waited' } : asked };
}

function ownFigures(report: ShiftReport, asked: TerminalTotals): Figure[] {
  const { currency } = report;
  const own = words('report.terminalOwn', { id: asked.terminalId });
  if (asked.result === 'not_told') return [[own, words(`report.notTold.${asked.why}`)]];
  const compared = compareTerminal(report, asked);
  if (compared === null) return [];
  const money = (minor: number) => formatMoney(minor, currency);
  return [
    [counted(own, compared.terminal.count), money(compared.terminal.minor)],
    [words('report.terminalDifference'), money(compared.differenceMinor)],
    ...compared.brands.map(({ scheme, tillMinor, terminalMinor }): Figure => {
      const brand = scheme === '' ? words('report.noBrand') : tenderName({ kind: 'card', scheme });
      const sums = { till: money(tillMinor), terminal: money(terminalMinor) };
      return [words('report.terminalBrand', { brand, ...sums }), money(terminalMinor - tillMinor)];
    }),
    ...(compared.hints.includes('not_of_shift') ? [[own, words('terminalTotals.hint.not_of_shift')] as const] : []),
  ];
}

/** What each card terminal took less what it gave back, as it told the till, and beside it what it counted itself. */
export function terminalFigures(report: ShiftReport, now: AskedTerminal): Figure[] {
  const { terminals, currency, closed } = report;
  const asked = closed === null ? now : (closed.terminal ?? null);
  const ids = Object.keys(terminals);
  const isUnused = asked !== null && !ids.includes(asked.terminalId);
  return [...ids, ...(isUnused ? [asked.terminalId] : [])].flatMap((id): Figure[] => {
    const { count, minor } = terminals[id] ?? { count: 0, minor: 0 };
    const till: Figure = [counted(words('report.terminal', { id: id || '–' }), count), formatMoney(minor, currency)];
    if (asked === null || asked.terminalId !== id) return [till];
    if (asked.result === 'asking') return [till, [words('report.terminalOwn', { id }), words('report.terminalAsking')]];
    return [till, ...ownFigures(report, asked)];
  });
}
