import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { type JournalFault, verifyJournal } from '../domain/registry/verify-journal.ts';

const SENTENCES: Readonly<Record<JournalFault, string>> = {
  not_an_operation: 'is no operation',
  hash_differs: 'was altered: its content is not what its hash was made of',
  chain_broken: 'does not follow the entry before it: something was taken out, put in or exchanged',
  place_missing: 'does not follow: entries before it are missing',
  receipt_missing: 'has a receipt number that does not follow the one before',
  closing_number: 'closes a shift with a number that does not follow the one before',
  closing_chain_broken: 'closes a shift and does not name the closing before it: one was taken out, altered or exchanged',
  totals_differ: 'closes a shift with other totals than its entries come to',
  grand_total_differs: 'closes a shift with a grand total that does not follow from the one before',
};

function fail(sentence: string): never {
  process.stderr.write(`${sentence}\n`);
  process.exit(1);
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line) as unknown;
  } catch {
    return line;
  }
}

async function readLines(path: string): Promise<unknown[]> {
  const lines: unknown[] = [];
  try {
    for await (const line of createInterface({ input: createReadStream(path, 'utf8') })) if (line.trim() !== '') lines.push(parsed(line));
  } catch {
    fail(`${path} cannot be read. Give the path of a file with one entry of a journal in each line.`);
  }
  return lines.length === 0 ? fail(`${path} has no entry.`) : lines;
}

const [, , path = ''] = process.argv;
if (path === '') fail('Usage: npm run verify-journal -- FILE');
const { proofs, findings } = verifyJournal(await readLines(path));
for (const { registerId, operations, receipts, closings, lastHash, totals } of proofs) {
  process.stdout.write(
    `Register ${registerId}: ${operations} entries, last receipt ${receipts}, ${closings} closings, last hash ${lastHash}.\n`,
  );
  if (totals !== null)
    process.stdout.write(
      `Z ${totals.zNumber}: grand total of sales ${totals.grandSalesMinor}, of returns ${totals.grandReturnsMinor}, in minor units.\n`,
    );
}
for (const { registerId, place, fault } of findings)
  process.stdout.write(`${registerId === '' ? `Line ${place}` : `Register ${registerId}, entry ${place}`} ${SENTENCES[fault]}.\n`);
process.stdout.write(findings.length === 0 ? 'The journal is whole.\n' : `${findings.length} faults.\n`);
process.exit(findings.length === 0 ? 0 : 1);
