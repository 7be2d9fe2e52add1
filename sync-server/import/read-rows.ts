import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type ImportFault, importFaultOf } from '../../domain/office/import-fault.ts';
import { PlainFailure } from '../start/plain-failure.ts';
import { type CsvRecord, RecordAssembler } from './assemble-records.ts';
import { detectEncoding, type Encoding, linesOf, textOf } from './decode-file.ts';

/** One row of a CSV file, by column name. A column that the file does not have reads as ''. */
export interface Row {
  /** Where the row ends in the file; the header is line 1. */
  readonly line: number;
  readonly get: (column: string) => string;
  /** The row as it stands in the file. */
  readonly text: string;
  /** Whether the file separates its columns by something else than commas, so that numbers may have decimal commas. */
  readonly decimalComma: boolean;
}

/** A row that cannot even be taken apart into columns. */
export interface BrokenRow {
  readonly line: number;
  readonly text: string;
  readonly broken: ImportFault;
}

export interface ReadRows {
  readonly file: string;
  readonly columns: readonly string[];
  /** Columns that it may have besides. Where they are told, a column that is none of either is refused; else it is left alone. */
  readonly others?: readonly string[];
  /** Told how many bytes of how many have been read. */
  readonly onProgress?: (read: number, total: number) => void;
  /** Told how the file is written, before its first row. */
  readonly onFormat?: (format: FileFormat) => void;
}

export interface FileFormat {
  readonly encoding: Encoding;
  readonly separator: string;
}

const SEPARATORS = [',', ';', '\t'] as const;
const LONGEST_LINE = 1_000_000;

function failureOf(error: unknown, file: string): unknown {
  const { code } = error as NodeJS.ErrnoException;
  const name = basename(file);
  switch (code as string | undefined) {
    case 'Z_BUF_ERROR':
      return new PlainFailure(
        `${name} is torn: the gzip stream ends too early. Copy the file again; what was imported so far stays and is not imported twice.`,
      );
    case 'Z_DATA_ERROR':
      return new PlainFailure(`${name} is damaged: it cannot be unpacked. Copy the file again.`);
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return new PlainFailure(`${name} is damaged: it holds bytes that are no text. Save it again as CSV in UTF-8.`);
    case 'ENOENT':
      return new PlainFailure(`There is no file ${file}.`);
    case 'EISDIR':
      return new PlainFailure(`${file} is a folder; name a CSV file.`);
    default:
      return error;
  }
}

interface Header {
  readonly places: ReadonlyMap<string, number>;
  readonly separator: string;
  readonly width: number;
}

function placesOf({ values }: CsvRecord): Map<string, number> {
  return new Map((values ?? []).map((name, index) => [name.trim(), index]));
}

function headerBy(text: string, separator: string): Header {
  const [record] = [...new RecordAssembler(separator).add(1, text)];
  const places = record === undefined ? new Map<string, number>() : placesOf(record);
  return { places, separator, width: record?.values?.length ?? 0 };
}

/** @throws PlainFailure where the file has a column that nobody knows: what it says would be left out without a word. */
function refuseUnknown({ places }: Header, { file, columns, others }: ReadRows): void {
  if (others === undefined) return;
  const unknown = [...places.keys()].find((name) => !columns.includes(name) && !others.includes(name));
  if (unknown === undefined) return;
  throw new PlainFailure(
    `${basename(file)} has a column "${unknown}" that is not known. Correct its name or take it out; besides ${columns.join(', ')} ` +
      `there are ${others.join(', ')}.`,
  );
}

/** Reads the first line, whatever separates its columns. */
function readHeader(text: string, options: ReadRows): Header {
  const { file, columns } = options;
  const missing = ({ places }: Header) => columns.filter((column) => !places.has(column));
  const headers = SEPARATORS.map((separator) => headerBy(text, separator));
  const best = headers.reduce((a, b) => (missing(b).length < missing(a).length ? b : a));
  const lacking = missing(best);
  if (lacking.length === 0) {
    refuseUnknown(best, options);
    return best;
  }
  throw new PlainFailure(
    `${basename(file)} has not the columns that were expected: ${lacking.join(', ')} ${lacking.length === 1 ? 'is' : 'are'} missing. ` +
      `The first line has to name ${columns.join(', ')}, separated by commas, semicolons or tabs.`,
  );
}

function rowOf({ line, text, values }: CsvRecord, { places, separator, width }: Header): Row | BrokenRow {
  if (values === null) return { line, text, broken: importFaultOf('', 'quotes_open', {}) };
  if (values.length !== width) return { line, text, broken: importFaultOf('', 'columns', { is: values.length, due: width }) };
  return { line, text, get: (column) => values[places.get(column) ?? -1] ?? '', decimalComma: separator !== ',' };
}

/**
 * Reads a CSV file, plain or gzipped, row by row in a stream. Every line of it is in one of the rows.
 * @throws PlainFailure when the file is not there, torn, damaged, or has other columns.
 */
export async function* readRows(options: ReadRows): AsyncGenerator<Row | BrokenRow> {
  const { file, onProgress, onFormat } = options;
  try {
    const total = (await stat(file)).size;
    const encoding = await detectEncoding(file);
    let header: Header | null = null;
    let assembler: RecordAssembler | null = null;
    let number = 0;
    for await (const line of linesOf(textOf(file, encoding, (read) => onProgress?.(read, total)))) {
      number += 1;
      if (line.length > LONGEST_LINE)
        throw new PlainFailure(`${basename(file)} holds a line of over a million characters: it is not the CSV that was expected.`);
      if (header === null || assembler === null) {
        if (line.trim() === '') continue;
        header = readHeader(line, options);
        assembler = new RecordAssembler(header.separator, header.width);
        onFormat?.({ encoding, separator: header.separator });
        continue;
      }
      for (const record of assembler.add(number, line)) yield rowOf(record, header);
    }
    if (header === null || assembler === null) {
      throw new PlainFailure(`${basename(file)} is empty. The first line has to name ${options.columns.join(', ')}.`);
    }
    for (const record of assembler.end()) yield rowOf(record, header);
  } catch (error) {
    throw failureOf(error, file);
  }
}
