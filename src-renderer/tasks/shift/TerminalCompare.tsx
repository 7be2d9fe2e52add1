import { compareTerminal } from '../../../domain/reports/compare-terminal.ts';
import type { ShiftReport } from '../../../domain/reports/report.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { Notice } from '../../kit/Notice.tsx';
import { words } from '../../../texts/words/words.ts';
import styles from './Shift.module.css';
import { ShiftFigures } from './ShiftFigures.tsx';
import { type AskedTerminal, terminalFigures } from './terminal-figures.ts';

/** The card terminal's own totals beside those of the till, and what to do where they differ. None of it holds the closing up. */
export function TerminalCompare({ report, asked }: { readonly report: ShiftReport; readonly asked: AskedTerminal }) {
  if (asked === null) return null;
  return (
    <section className={styles.terminal} aria-label={words('terminalTotals.title')}>
      <Compared report={report} asked={asked} />
      <ShiftFigures figures={terminalFigures(report, asked)} />
    </section>
  );
}

function Compared({ report, asked }: { readonly report: ShiftReport; readonly asked: NonNullable<AskedTerminal> }) {
  if (asked.result === 'asking') return null;
  if (asked.result === 'not_told') {
    return <Notice tone="info">{words('terminalTotals.notTold', { why: words(`report.notTold.${asked.why}`) })}</Notice>;
  }
  const compared = compareTerminal(report, asked);
  if (compared === null) return null;
  const money = (minor: number) => formatMoney(minor, report.currency);
  const { terminal, till, differenceMinor, hints } = compared;
  if (hints.length === 0) return <Notice tone="good">{words('terminalTotals.agree', { amount: money(terminal.minor) })}</Notice>;
  const sums = { terminal: money(terminal.minor), till: money(till.minor), difference: money(differenceMinor) };
  return (
    <Notice tone="warn">
      {words('terminalTotals.differ', sums)}
      <ul>
        {hints.map((hint) => (
          <li key={hint}>{words(`terminalTotals.hint.${hint}`)}</li>
        ))}
      </ul>
    </Notice>
  );
}
