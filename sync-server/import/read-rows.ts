import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type ImportFault, importFaultOf } from '../../domain/office/import-fault.ts';
import { fileFaultOf } from '../../domain/office/file-fault.ts';
import { type CsvRecord, RecordAssembler } from './assemble-records.ts';
import { FileFailure } from './file-failure.ts';
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

/** What the codes of the file system and of zlib mean. */
const FAULT_OF: Readonly<Record<string, 'torn' | 'cannot_unpack' | 'not_text' | 'not_there' | 'is_folder'>> = {
  Z_BUF_ERROR: 'torn',
  Z_DATA_ERROR: 'cannot_unpack',
  ERR_ENCODING_INVALID_ENCODED_DATA: 'not_text',
  ENOENT: 'not_there',
  EISDIR: 'is_folder',
};

function failureOf(error: unknown, file: string): unknown {
  const code = FAULT_OF[String((error as NodeJS.ErrnoException).code)];
  if (code === undefined) return error;
  const isNamedWhole = code === 'not_there' || code === 'is_folder';
  return new FileFailure(fileFaultOf(code, { file: isNamedWhole ? file : basename(file) }));
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

/** @throws FileFailure where the file has a column that nobody knows: what it says would be left out without a word. */
function refuseUnknown({ places }: Header, { file, columns, others }: ReadRows): void {
  if (others === undefined) return;
  const unknown = [...places.keys()].find((name) => !columns.includes(name) && !others.includes(name));
  if (unknown === undefined) return;
  const facts = { file: basename(file), column: unknown, columns: columns.join(', '), others: others.join(', ') };
  throw new FileFailure(fileFaultOf('unknown_column', facts));
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
  const facts = { file: basename(file), missing: lacking.join(', '), columns: columns.join(', ') };
  throw new FileFailure(fileFaultOf('columns_missing', facts));
}

function rowOf({ line, text, values }: CsvRecord, { places, separator, width }: Header): Row | BrokenRow {
  if (values === null) return { line, text, broken: importFaultOf('', 'quotes_open', {}) };
  if (values.length !== width) return { line, text, broken: importFaultOf('', 'columns', { is: values.length, due: width }) };
  return { line, text, get: (column) => values[places.get(column) ?? -1] ?? '', decimalComma: separator !== ',' };
}

/**
 * Reads a CSV file, plain or gzipped, row by row in a stream. Every line of it is in one of the rows.
 * @throws FileFailure when the file is not there, torn, damaged, or has other columns.
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
      if (line.length > LONGEST_LINE) throw new FileFailure(fileFaultOf('line_too_long', { file: basename(file) }));
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
      throw new FileFailure(fileFaultOf('no_rows', { file: basename(file), columns: options.columns.join(', ') }));
    }
    for (const record of assembler.end()) yield rowOf(record, header);
  } catch (error) {
    throw failureOf(error, file);
  }
}
