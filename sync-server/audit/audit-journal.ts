import { FIRST_PREV_HASH } from '../../domain/base/envelope.ts';
import type { Db } from '../db/database.ts';
import { readOperation } from '../intake/read-operation.ts';
import { eachOperation, type StoredOperation } from './each-operation.ts';
import { type Finding, Violations } from './finding.ts';

interface Reached {
  seq: number;
  link: string;
}

/** Checks one operation against the one before it, and gives what the next one has to name. */
function checkOne(stored: StoredOperation, before: Reached, violations: Violations): string {
  const at = `Operation ${stored.seq} of register ${stored.registerId}`;
  if (stored.seq !== before.seq + 1) violations.add(`${at} follows operation ${before.seq}: something is missing.`);
  const reading = readOperation(typeof stored.body === 'string' ? (JSON.parse(stored.body) as unknown) : stored.body);
  if (!reading.ok) {
    violations.add(`${at} cannot be read: ${reading.fault.code}.`);
    return before.link;
  }
  const { id, seq, registerId, contentHash, hashHolds, link, raw } = reading.value;
  if (id !== stored.id || seq !== stored.seq || registerId !== stored.registerId)
    violations.add(`${at} is filed under another id or place than it says.`);
  // Of what was erased the content cannot be compared. It still is a link of the chain.
  if (!stored.erased && contentHash !== stored.hash) violations.add(`${at} was altered: its content has another hash than when it came.`);
  if (!stored.erased && stored.outcome === 'applied' && !hashHolds)
    violations.add(`${at} was applied, but its hash is not that of its content.`);
  if (stored.outcome === 'applied' && stored.seq === before.seq + 1 && raw['prevHash'] !== before.link) {
    violations.add(`${at} does not name the hash of the operation before it.`);
  }
  return link;
}

/** J2: every register's operations are gapless from 1, unaltered, and each names the hash of the one before it. */
export async function auditJournal(db: Db): Promise<Finding> {
  const violations = new Violations();
  const reached = new Map<string, Reached>();
  let operations = 0;
  for await (const stored of eachOperation(db)) {
    operations += 1;
    const before = reached.get(stored.registerId) ?? { seq: 0, link: FIRST_PREV_HASH };
    reached.set(stored.registerId, { seq: stored.seq, link: checkOne(stored, before, violations) });
  }
  const registers = await db.selectFrom('registers').select(['id', 'applied_seq', 'last_hash']).execute();
  for (const register of registers) {
    const { seq, link } = reached.get(register.id) ?? { seq: 0, link: FIRST_PREV_HASH };
    if (seq !== register.applied_seq)
      violations.add(`Register ${register.id} has come to ${register.applied_seq}, but its last operation is ${seq}.`);
    else if (link !== register.last_hash) violations.add(`Register ${register.id} keeps another hash than that of its last operation.`);
  }
  return {
    rule: 'J2',
    title: 'journals are gapless, unaltered and chained',
    compared: { operations, registers: registers.length },
    violations: violations.shown,
    count: violations.count,
  };
}
