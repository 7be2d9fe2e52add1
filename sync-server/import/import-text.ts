import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ImportRequest } from '../../domain/office/import-protocol.ts';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { HttpRefusal } from '../http/refuse.ts';
import { type FileFault, fileFaultText } from '../../domain/office/file-fault.ts';
import { FileFailure } from './file-failure.ts';
import { type ImportReport, type Importer, importRows } from './import-rows.ts';
import type { ReadRows } from './read-rows.ts';
import type { RefusedRow } from './refused-rows.ts';

/** What became of an uploaded file, with the first rows that were refused. */
export interface TextImported extends Omit<ImportReport, 'refused'> {
  readonly refused: readonly RefusedRow[];
  readonly refusedCount: number;
}

/** Sends the text of an uploaded CSV file through an importer. Refuses a file that is none, with what is wrong with it. */
export async function importText(
  { name, text }: ImportRequest,
  columns: Pick<ReadRows, 'columns' | 'others'>,
  importer: Importer,
): Promise<Result<TextImported, FileFault>> {
  const folder = await mkdtemp(join(tmpdir(), 'outpost-upload-'));
  try {
    const file = join(folder, 'upload.csv');
    await writeFile(file, text);
    const { report, refused } = await importRows({ ...columns, file, report: join(folder, 'refused.csv') }, importer);
    return accept({ ...report, refused: refused.shown, refusedCount: refused.count });
  } catch (error) {
    if (!(error instanceof FileFailure)) throw error;
    const { code, facts } = error.fault;
    return refuse({ code, facts: { ...facts, file: name } });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What the head office is told of a file that was not taken. */
export function refusedFile(fault: FileFault): HttpRefusal {
  const facts = { ...fault.facts, fault: fault.code };
  return new HttpRefusal(400, { code: 'bad_file', message: fileFaultText(fault), field: 'text', fix: 'Correct the file.', facts });
}
