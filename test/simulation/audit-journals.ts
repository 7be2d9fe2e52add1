import { verifyJournal } from '../../domain/registry/verify-journal.ts';
import { createHash } from 'node:crypto';
import type { Operation } from '../../domain/registry/operations.ts';
import type { Audited } from './audited.ts';

/** Canonical JSON, written down a second time so that a mistake in one of them shows. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const members = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${canonical((value as Record<string, unknown>)[key])}`);
  return `{${members.join()}}`;
}

function hashOf({ hash: _, ...content }: Operation): string {
  return createHash('sha256').update(canonical(content)).digest('hex');
}

/** Whether a journal is whole by itself (rules J2, J7). */
function checkJournal(device: string, prefix: string, journal: readonly Operation[]): string[] {
  const wrong: string[] = [];
  let before = { seq: 0, hash: '0'.repeat(64), receipts: 0 };
  for (const operation of journal) {
    const { seq, hash, prevHash, receiptCount, type, payload } = operation;
    if (seq !== before.seq + 1) wrong.push(`J2: ${device} goes from ${before.seq} to ${seq}`);
    if (prevHash !== before.hash) wrong.push(`J2: ${device} ${seq} does not chain on`);
    if (hash !== hashOf(operation)) wrong.push(`J2: ${device} ${seq} has another hash than its content`);
    const receipts = before.receipts + (['sale_completed', 'goods_returned', 'goods_exchanged', 'pickup_exchanged'].includes(type) ? 1 : 0);
    if (receiptCount !== receipts) wrong.push(`J7: ${device} ${seq} counts ${receiptCount} receipts, not ${receipts}`);
    if (
      receipts > before.receipts &&
      'receiptNumber' in payload &&
      payload.receiptNumber !== `${prefix}-${String(receipts).padStart(6, '0')}`
    ) {
      wrong.push(`J7: ${device} ${seq} has receipt ${payload.receiptNumber} in place ${receipts}`);
    }
    before = { seq, hash, receipts };
  }
  return wrong;
}

/** Each register's journal is whole and holds what was acknowledged, and the server has all of it, once and in order. */
export async function compareJournals({ books, devices, pool }: Audited): Promise<string[]> {
  const rows = await pool.db
    .selectFrom('operations')
    .select(['id', 'register_id', 'seq', 'hash', 'outcome', 'code', 'body'])
    .orderBy('register_id')
    .orderBy('seq')
    .execute();
  const wrong: string[] = [];
  for (const row of rows) {
    if (books.ofTheOffice.has(row.id) && row.outcome === 'applied') continue;
    const entry = books.entries.get(row.id);
    if (entry === undefined) wrong.push(`J3: the pool has operation ${row.id}, which nobody did`);
    else if (row.hash !== entry.operation.hash || row.hash !== hashOf(row.body as unknown as Operation))
      wrong.push(`J2: operation ${row.id} is another one in the pool`);
    if (row.outcome !== 'applied') wrong.push(`J6: an honest operation is in quarantine: ${row.id} ${row.code}`);
  }
  for (const device of devices) {
    const { identity, name } = device.options;
    const { journal } = await device.readDisk();
    wrong.push(...checkJournal(name, identity.prefix, journal), ...books.restarted(name, journal));
    wrong.push(...verifyJournal(journal).findings.map(({ place, fault }) => `J9: an auditor finds ${fault} at ${place} of ${name}`));
    const copied = books.copied.has(identity.registerId);
    const withdrawn = books.withdrawn.has(identity.registerId);
    const mirrored = device.mirrored().map((operation) => operation.hash);
    if (mirrored.join() !== journal.map((operation) => operation.hash).join()) wrong.push(`R5: the mirror of ${name} is not its journal`);
    const stored = rows.filter((row) => row.register_id === identity.registerId);
    // What a withdrawn register had not sent by then stays in its journal.
    const due = withdrawn ? journal.slice(0, stored.length) : journal;
    if (!copied && stored.map((row) => row.id).join() !== due.map((operation) => operation.id).join()) {
      wrong.push(`J3, J4: the pool has ${stored.length} operations of ${name}, its journal ${journal.length}, and they are not the same`);
    }
  }
  return [...wrong, ...(await compareCopies({ books, devices, pool }))];
}

/**
 * Two machines that wrote different operations in one place of a register's sequence are found out (rule J7), and nothing
 * that was done on either is lost: the pool has it in its place or keeps it for the head office (rule J6).
 */
async function compareCopies({ books, devices, pool }: Pick<Audited, 'books' | 'devices' | 'pool'>): Promise<string[]> {
  const wrong: string[] = [];
  for (const registerId of books.copied) {
    const both = devices.filter((device) => device.options.identity.registerId === registerId);
    const journals = await Promise.all(both.map(async (device) => (await device.readDisk()).journal));
    const [first, second] = journals;
    if (first === undefined || second === undefined) continue;
    const differ = first.some((operation) => {
      const other = second[operation.seq - 1];
      return other !== undefined && other.id !== operation.id;
    });
    const stored = await pool.db.selectFrom('operations').select('hash').where('register_id', '=', registerId).execute();
    const kept = await pool.db.selectFrom('quarantine').select('content_hash as hash').where('register_id', '=', registerId).execute();
    const safe = new Set([...stored, ...kept].map((row) => row.hash));
    for (const [index, journal] of journals.entries()) {
      const lost = journal.filter((operation) => !safe.has(operation.hash)).length;
      if (lost > 0) wrong.push(`J7: ${lost} operations of ${both[index]?.options.name} never came to the pool`);
    }
    const { status } = await pool.db.selectFrom('registers').select('status').where('id', '=', registerId).executeTakeFirstOrThrow();
    if (differ && status !== 'cloned') wrong.push(`J7: two machines work as ${registerId}, and nobody noticed`);
  }
  return wrong;
}
