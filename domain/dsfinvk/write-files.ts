import { escapeMarkup } from '../base/escape-markup.ts';
import { type Cells, type Column, FILE_NAMES, type FileLayout, type FileName, LAYOUT } from './layout.ts';

const LINE_END = '\r\n';

/** A whole number of steps of the last decimal, with a comma and nothing between thousands: −1,05 for −105 of two decimals. */
export function formatSteps(steps: number, decimals: number): string {
  const digits = String(Math.abs(steps)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const fraction = decimals === 0 ? '' : `,${digits.slice(digits.length - decimals)}`;
  return `${steps < 0 ? '-' : ''}${whole}${fraction}`;
}

/** Quoted, on one line, and no longer than the column takes. */
function formatText(value: string, longest: number | null): string {
  const line = value.replace(/\s+/gu, ' ');
  const short = longest === null ? line : [...line].slice(0, longest).join('');
  return `"${short.replaceAll('"', '""')}"`;
}

function formatCell({ name, type }: Column, value: string | number | null): string {
  if (value === null) return '';
  if (type.kind === 'text') return formatText(String(value), type.longest);
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new TypeError(`${name} is a whole number of steps, not ${value}.`);
  return formatSteps(value, type.decimals);
}

/**
 * A file of the export: UTF-8, semicolons, CRLF, the names of its columns first.
 * @throws TypeError for a column that the file does not have, or a number that is none.
 */
export function writeCsv(file: FileName, rows: readonly Cells[]): string {
  const { columns }: FileLayout = LAYOUT[file];
  const names = new Set(columns.map(({ name }) => name));
  const lines = rows.map((row) => {
    const strange = Object.keys(row).find((name) => !names.has(name));
    if (strange !== undefined) throw new TypeError(`${file} has no column ${strange}.`);
    return columns.map((column) => formatCell(column, row[column.name] ?? null)).join(';');
  });
  return [columns.map(({ name }) => `"${name}"`).join(';'), ...lines].map((line) => line + LINE_END).join('');
}

function describeColumn({ name, type }: Column): string {
  const format =
    type.kind === 'number'
      ? `<Numeric>${type.decimals === 0 ? '' : `<Accuracy>${type.decimals}</Accuracy>`}</Numeric>`
      : `<AlphaNumeric/>${type.longest === null ? '' : `<MaxLength>${type.longest}</MaxLength>`}`;
  return `<VariableColumn><Name>${name}</Name>${format}</VariableColumn>`;
}

function describeFile(file: FileName): string {
  const { title, columns }: FileLayout = LAYOUT[file];
  return `
    <Table>
      <URL>${file}</URL>
      <Name>${title}</Name>
      <UTF8/>
      <DecimalSymbol>,</DecimalSymbol>
      <DigitGroupingSymbol>.</DigitGroupingSymbol>
      <Range><From>2</From></Range>
      <VariableLength>
        <ColumnDelimiter>;</ColumnDelimiter>
        <RecordDelimiter>&#13;&#10;</RecordDelimiter>
        <TextEncapsulator>"</TextEncapsulator>
        ${columns.map(describeColumn).join('\n        ')}
      </VariableLength>
    </Table>`;
}

/** `index.xml`: describes the files for the software of an auditor (GDPdU, DTD of 1 September 2004). */
export function writeIndex(supplier: { readonly name: string; readonly city: string }): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE DataSet SYSTEM "gdpdu-01-09-2004.dtd">
<DataSet>
  <Version>1.0</Version>
  <DataSupplier>
    <Name>${escapeMarkup(supplier.name)}</Name>
    <Location>${escapeMarkup(supplier.city)}</Location>
    <Comment>DSFinV-K</Comment>
  </DataSupplier>
  <Media>
    <Name>DSFinV-K</Name>${FILE_NAMES.map(describeFile).join('')}
  </Media>
</DataSet>
`;
}
