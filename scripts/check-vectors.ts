import { readFileSync } from 'node:fs';
import { FileFailure } from '../sync-server/import/file-failure.ts';
import { readRows } from '../sync-server/import/read-rows.ts';
import { checkRows } from './vectors/check-rows.ts';
import { KINDS } from './vectors/kinds.ts';
import { rowsIn } from './vectors/rows-in.ts';

/** Ends with a sentence for the person who typed the command. */
function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function rowsOfJson(path: string, lists: readonly string[]): unknown[] {
  let text = '';
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    fail(`${path} cannot be read. Give the path of a JSON file.`);
  }
  try {
    const or = lists.length === 0 ? '' : `, or an object with ${lists.join(' or ')}`;
    return rowsIn(JSON.parse(text), lists) ?? fail(`${path} is no list of rows: the file is a JSON array${or}.`);
  } catch (error) {
    return fail(`${path} is not JSON. ${error instanceof Error ? error.message : ''}`);
  }
}

async function rowsOfCsv(path: string, columns: readonly string[]): Promise<unknown[]> {
  try {
    const rows: unknown[] = [];
    for await (const row of readRows({ file: path, columns })) {
      rows.push('broken' in row ? row.text : Object.fromEntries(columns.map((column) => [column, row.get(column)])));
    }
    return rows;
  } catch (error) {
    if (error instanceof FileFailure) fail(error.message);
    throw error;
  }
}

const [, , name = '', path = ''] = process.argv;
const kind = Object.hasOwn(KINDS, name) ? KINDS[name] : undefined;
if (kind === undefined || path === '') fail(`Usage: npm run check-vectors -- KIND FILE\nKinds: ${Object.keys(KINDS).join(', ')}`);
const isCsv = kind.columns !== undefined && !path.endsWith('.json');
const given = isCsv ? await rowsOfCsv(path, kind.columns) : rowsOfJson(path, kind.lists ?? []);
const { lines, rows, passed } = checkRows(kind, given);
for (const line of lines) process.stdout.write(`${line}\n`);
process.stdout.write(`${JSON.stringify({ kind: name, rows, passed })}\n`);
process.exitCode = lines.length === 0 ? 0 : 1;
