import type { AnyOperation, WrittenOperation } from '../../../domain/base/envelope.ts';
import { inParts } from '../../../domain/exchanges/parts-of.ts';
import type { SaleLine } from '../../../domain/pricing/sale-line.ts';
import { upgradeOperation } from '../../../domain/registry/upgrade-operation.ts';
import { goodsReturned } from '../../../domain/returns/operations.ts';
import { saleCompleted } from '../../../domain/sale/operations.ts';
import { words } from '../../../texts/words/words.ts';
import { formatMoney } from '../../../texts/say/format-money.ts';
import { quantityOf } from '../../../texts/say/line-name.ts';
import { OperationView } from '../OperationView.tsx';
import styles from './Reports.module.css';
import { tenderName } from './total-figures.ts';
import { watchedReason } from './watched-words.ts';

interface Line {
  readonly key: string;
  readonly name: string;
  /** What was changed by hand, or why it came back; null for most. */
  readonly note: string | null;
  readonly minor: number;
}

interface Receipt {
  readonly number: string;
  readonly currency: string;
  readonly lines: readonly Line[];
  readonly paid: readonly (Line & { readonly isExchange: boolean })[];
  readonly totalMinor: number;
}

function noteOf({ adjustments }: SaleLine, currency: string): string | null {
  const notes = adjustments.map(({ source, amountMinor, reason }) =>
    [words(`tillReport.adjustment.${source}`), formatMoney(amountMinor, currency), watchedReason(reason)].filter((one) => one !== null),
  );
  return notes.length === 0 ? null : notes.map((parts) => parts.join(' ')).join(' · ');
}

/** What a receipt says; null for an entry that is none. Both parts of an exchange stand on one: what pays in both of them is nothing. */
function receiptIn(written: unknown): Receipt | null {
  const [first, second] = inParts(upgradeOperation(written as WrittenOperation)).flatMap((part) => partIn(part) ?? []);
  if (first === undefined || second === undefined) return first ?? null;
  const kept = ({ paid }: Receipt) => paid.filter(({ isExchange }) => !isExchange);
  return {
    ...first,
    lines: [...first.lines, ...second.lines].map((line, index) => ({ ...line, key: String(index) })),
    paid: [...kept(first), ...kept(second)].map((line, index) => ({ ...line, key: String(index) })),
    totalMinor: first.totalMinor + second.totalMinor,
  };
}

function partIn(operation: AnyOperation): Receipt | null {
  if (!saleCompleted.is(operation) && !goodsReturned.is(operation)) return null;
  const { receiptNumber: number, currency, tenders } = operation.payload;
  const paid = tenders.map(({ kind, amountMinor }, index) => ({
    key: String(index),
    name: tenderName({ kind, scheme: null }),
    note: null,
    minor: amountMinor,
    isExchange: kind === 'exchange',
  }));
  if (saleCompleted.is(operation)) {
    const { lines, totalMinor } = operation.payload;
    const shown = lines.map((line) => ({
      key: String(line.lineNo),
      name: quantityOf(line),
      note: noteOf(line, currency),
      minor: line.totalMinor,
    }));
    return { number, currency, lines: shown, paid, totalMinor };
  }
  const { lines, refundMinor } = operation.payload;
  const shown = lines.flatMap((line, index): Line[] => [
    { key: String(index), name: quantityOf(line), note: watchedReason(line.reason), minor: -line.refundMinor },
    ...(line.fee === undefined ? [] : [{ key: `fee ${index}`, name: words('returns.fee'), note: line.name, minor: line.fee.amountMinor }]),
  ]);
  return { number, currency, lines: shown, paid: paid.map((one) => ({ ...one, minor: -one.minor })), totalMinor: -refundMinor };
}

function Rows({ lines, currency }: { readonly lines: readonly Line[]; readonly currency: string }) {
  return lines.map(({ key, name, note, minor }) => (
    <tr key={key}>
      <th scope="row">
        {name}
        {note !== null && <div className={styles.quiet}>{note}</div>}
      </th>
      <td>{formatMoney(minor, currency)}</td>
    </tr>
  ));
}

/** An entry of a journal: a receipt line by line where it is one, and all of it as it was recorded. */
export function EntryView({ operation }: { readonly operation: unknown }) {
  const receipt = receiptIn(operation);
  if (receipt === null) return <OperationView operation={operation} />;
  const { lines, paid, currency, totalMinor, number } = receipt;
  return (
    <>
      <table className={styles.table} aria-label={number}>
        <thead>
          <tr>
            <th scope="col">{words('tillReport.what')}</th>
            <th scope="col">{words('tillReport.amount')}</th>
          </tr>
        </thead>
        <tbody>
          <Rows lines={lines} currency={currency} />
          <tr>
            <th scope="row">
              <strong>{words('sale.total')}</strong>
            </th>
            <td>
              <strong>{formatMoney(totalMinor, currency)}</strong>
            </td>
          </tr>
          <Rows lines={paid} currency={currency} />
        </tbody>
      </table>
      <details className={styles.more}>
        <summary>{words('tillReport.asRecorded')}</summary>
        <OperationView operation={operation} />
      </details>
    </>
  );
}
