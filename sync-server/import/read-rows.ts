import { type CsvError, type Info, parse } from 'csv-parse';
import { createReadStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { pipeline, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { PlainFailure } from '../start/plain-failure.ts';

/** One row of a CSV file, by column name. A column that the file does not have reads as ''. */
export interface Row {
  /** Where the row ends in the file; the header is line 1. */
  readonly line: number;
  readonly get: (column: string) => string;
  /** The whole row, to find exact repetitions. */
  readonly text: string;
}

/** A row that cannot even be taken apart into columns. */
export interface BrokenRow {
  readonly line: number;
  readonly broken: string;
}

export interface ReadRows {
  readonly file: string;
  readonly columns: readonly string[];
  /** Told how many bytes of how many have been read. */
  readonly onProgress?: (read: number, total: number) => void;
}

const GZIP = 0x1f8b;

async function isGzip(file: string): Promise<boolean> {
  const handle = await open(file);
  try {
    const { bytesRead, buffer } = await handle.read(Buffer.alloc(2), 0, 2, 0);
    return bytesRead === 2 && buffer.readUInt16BE(0) === GZIP;
  } finally {
    await handle.close();
  }
}

function failureOf(error: unknown, file: string): unknown {
  const { code, message } = error as NodeJS.ErrnoException & Partial<CsvError>;
  const name = basename(file);
  switch (code as string | undefined) {
    case 'Z_BUF_ERROR':
      return new PlainFailure(`${name} is torn: the gzip stream ends too early. Copy the file again; what was imported so far stays and is not imported twice.`);
    case 'Z_DATA_ERROR':
      return new PlainFailure(`${name} is damaged: it cannot be unpacked. Copy the file again.`);
    case 'CSV_QUOTE_NOT_CLOSED':
      return new PlainFailure(`${name} is torn: it ends inside a quoted value. Copy the file again; what was imported so far stays and is not imported twice.`);
    case 'ENOENT':
      return new PlainFailure(`There is no file ${file}.`);
    case 'EISDIR':
      return new PlainFailure(`${file} is a folder; name a CSV file.`);
    case 'CSV_MAX_RECORD_SIZE':
      return new PlainFailure(`${name} holds a row of over a million characters: it is not the CSV that was expected (${message}).`);
    default:
      return error;
  }
}

function readHeader(header: readonly string[], { file, columns }: ReadRows): Map<string, number> {
  const places = new Map(header.map((name, index) => [name.trim(), index]));
  const missing = columns.filter((column) => !places.has(column));
  if (missing.length === 0) return places;
  throw new PlainFailure(
    `${basename(file)} has not the columns that were expected: ${missing.join(', ')} ${missing.length === 1 ? 'is' : 'are'} missing. ` +
      `The first line has to name ${columns.join(', ')}.`,
  );
}

/**
 * Reads a CSV file, plain or gzipped, row by row in a stream.
 * @throws PlainFailure when the file is not there, torn, damaged, or has other columns.
 */
export async function* readRows(options: ReadRows): AsyncGenerator<Row | BrokenRow> {
  const { file, onProgress } = options;
  const broken: BrokenRow[] = [];
  try {
    const total = (await stat(file)).size;
    const zipped = await isGzip(file);
    let read = 0;
    const count = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        read += chunk.length;
        onProgress?.(read, total);
        done(null, chunk);
      },
    });
    const torn: Error[] = [];
    const parser = parse({
      bom: true, info: true, relax_column_count: true, skip_empty_lines: true, skip_records_with_error: true, max_record_size: 1_000_000,
      on_skip: (error) => {
        if (error?.code === 'CSV_QUOTE_NOT_CLOSED') torn.push(error);
        else broken.push({ line: Number(error?.['lines'] ?? 0), broken: 'the quotes of this row are not in order' });
      },
    });
    const streams = [createReadStream(file), count, ...(zipped ? [createGunzip()] : []), parser] as const;
    pipeline(streams, () => undefined);
    let places: Map<string, number> | null = null;
    let width = 0;
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      if (places === null) {
        places = readHeader(record, options);
        width = record.length;
        continue;
      }
      yield* broken.splice(0);
      const known = places;
      if (record.length === width) {
        yield { line: info.lines, get: (column) => record[known.get(column) ?? -1] ?? '', text: JSON.stringify(record) };
      } else {
        yield { line: info.lines, broken: `this row has ${record.length} columns instead of ${width}` };
      }
    }
    yield* broken.splice(0);
    if (torn[0] !== undefined) throw torn[0];
    if (places === null) throw new PlainFailure(`${basename(file)} is empty. The first line has to name ${options.columns.join(', ')}.`);
  } catch (error) {
    throw failureOf(error, file);
  }
}
