import { RECEIPT_TYPES } from '../../domain/registry/operations.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';
import { sql } from 'kysely';
import { parseReceiptNumber } from '../../domain/sale/receipt-number.ts';
import type { Db } from '../db/database.ts';
import { eachOperation, type StoredOperation } from './each-operation.ts';
import { type Finding, Violations } from './finding.ts';
import { IN_PARTS } from './receipt-parts.ts';

interface Numbered {
  /** The number of the last receipt that was applied. */
  last: number;
  /** How far quarantined operations since may have come. */
  explained: number;
}

interface Fields {
  readonly type?: unknown;
  readonly receiptCount?: unknown;
  readonly payload?: { readonly receiptNumber?: unknown };
}

function checkOne(stored: StoredOperation, prefix: string, numbered: Numbered, violations: Violations): boolean {
  const fields = stored.body as Fields;
  if (stored.outcome === 'quarantined') {
    // What waits in quarantine may have numbered one receipt; a gap that the register made itself is named there.
    const claimed = stored.code === 'receipt_gap' && typeof fields.receiptCount === 'number' ? fields.receiptCount : 0;
    numbered.explained = Math.max(numbered.explained, numbered.last) + 1;
    numbered.explained = Math.max(numbered.explained, claimed);
    return false;
  }
  if (!RECEIPT_TYPES.includes(String(fields.type))) return false;
  const text = String(fields.payload?.receiptNumber);
  const receipt = parseReceiptNumber(text);
  const at = `Receipt ${text} (operation ${stored.seq} of register ${stored.registerId})`;
  if (receipt === null || receipt.prefix !== prefix) {
    violations.add(`${at} does not carry the register's prefix ${prefix}.`);
    return true;
  }
  if (receipt.count <= numbered.last) violations.add(`${at} has a number that was used before.`);
  else if (receipt.count > Math.max(numbered.last, numbered.explained) + 1)
    violations.add(`${at} follows number ${numbered.last}: receipts are missing between them.`);
  numbered.last = Math.max(numbered.last, receipt.count);
  numbered.explained = numbered.last;
  return true;
}

/** Receipts of operations without their sale or return, and the other way round. */
async function findUnfiled(db: Db, violations: Violations): Promise<void> {
  const { rows } = await sql<{ receipt: string; what: string }>`
    with told as (
      select body -> 'payload' ->> 'receiptNumber' as receipt, type from ${IN_PARTS} o
      where outcome = 'applied' and type = any(${[saleCompleted.type, goodsReturned.type]}::text[])
    ), filed as (
      select receipt_number as receipt, ${saleCompleted.type}::text as type from sales
      union all select receipt_number, ${goodsReturned.type}::text from returns
    )
    select coalesce(told.receipt, filed.receipt) as receipt,
      case when filed.receipt is null then 'was recorded, but is filed nowhere' else 'is filed, but no operation recorded it' end as what
    from told full join filed on told.receipt = filed.receipt and told.type = filed.type
    where told.receipt is null or filed.receipt is null order by 1`.execute(db);
  for (const { receipt, what } of rows) violations.add(`Receipt ${receipt} ${what}.`);
}

/** J7: every register's receipt numbers carry its prefix, are gapless, and none is used twice. */
export async function auditReceipts(db: Db): Promise<Finding> {
  const violations = new Violations();
  const registers = await db.selectFrom('registers').select(['id', 'prefix']).execute();
  const prefixes = new Map(registers.map((register) => [register.id, register.prefix]));
  const byRegister = new Map<string, Numbered>();
  let receipts = 0;
  for await (const stored of eachOperation(db)) {
    const numbered = byRegister.get(stored.registerId) ?? { last: 0, explained: 0 };
    byRegister.set(stored.registerId, numbered);
    if (checkOne(stored, prefixes.get(stored.registerId) ?? '', numbered, violations)) receipts += 1;
  }
  await findUnfiled(db, violations);
  return {
    rule: 'J7',
    title: 'receipt numbers are gapless and used once',
    compared: { receipts, registers: registers.length },
    violations: violations.shown,
    count: violations.count,
  };
}
