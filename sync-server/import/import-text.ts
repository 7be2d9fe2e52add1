import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { PlainFailure } from '../start/plain-failure.ts';
import { type ImportReport, type Importer, importRows } from './import-rows.ts';
import type { ReadRows } from './read-rows.ts';
import type { RefusedRow } from './refused-rows.ts';

/** What became of an uploaded file, with the first rows that were refused. */
export interface TextImported extends Omit<ImportReport, 'refused'> {
  readonly refused: readonly RefusedRow[];
  readonly refusedCount: number;
}

/** Sends the text of an uploaded CSV file through an importer. Refuses a file that is none, with a sentence that says why. */
export async function importText(
  text: string,
  columns: Pick<ReadRows, 'columns' | 'others'>,
  importer: Importer,
): Promise<Result<TextImported, string>> {
  const folder = await mkdtemp(join(tmpdir(), 'outpost-upload-'));
  try {
    const file = join(folder, 'upload.csv');
    await writeFile(file, text);
    const { report, refused } = await importRows({ ...columns, file, report: join(folder, 'refused.csv') }, importer);
    return accept({ ...report, refused: refused.shown, refusedCount: refused.count });
  } catch (error) {
    if (!(error instanceof PlainFailure)) throw error;
    return refuse(error.message.replaceAll('upload.csv', 'The file'));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
