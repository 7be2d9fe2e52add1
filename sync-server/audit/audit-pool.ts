import type { Db } from '../db/database.ts';
import { auditEvents } from './audit-events.ts';
import { auditExceptions } from './audit-exceptions.ts';
import { auditJournal } from './audit-journal.ts';
import { auditMoney } from './audit-money.ts';
import { auditOrders } from './audit-orders.ts';
import { auditPromotionUses } from './audit-promotion-uses.ts';
import { auditQuarantine } from './audit-quarantine.ts';
import { auditReceipts } from './audit-receipts.ts';
import { auditSaleOrders } from './audit-sale-orders.ts';
import { auditStoredValues } from './audit-stored-values.ts';
import { auditStock } from './audit-stock.ts';
import type { Finding } from './finding.ts';

/** Every audit: rules J2, J3, J5, J6, J7, P2, P6, M1 and E1. They read what the rooms wrote, and share none of the code that wrote it. */
const AUDITS: readonly ((db: Db) => Promise<Finding>)[] = [
  auditJournal,
  auditSaleOrders,
  auditExceptions,
  auditQuarantine,
  auditReceipts,
  auditStock,
  auditOrders,
  auditMoney,
  auditStoredValues,
  auditPromotionUses,
  auditEvents,
];

/** Checks on the database what must hold at all times. Reads only. */
export async function auditPool(db: Db): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const audit of AUDITS) findings.push(await audit(db));
  return findings;
}

/** The report for people: what was compared, whether it holds, and what does not. */
export function describeFindings(findings: readonly Finding[]): string {
  const lines = findings.flatMap(({ rule, title, compared, violations, count }) => {
    const counts = Object.entries(compared)
      .map(([what, number]) => `${number.toLocaleString('en-US')} ${what}`)
      .join(', ');
    const more = count > violations.length ? [`      … and ${count - violations.length} more.`] : [];
    return [
      `${count === 0 ? 'holds   ' : 'VIOLATED'}  ${rule}  ${title}: compared ${counts}.`,
      ...violations.map((sentence) => `      ${sentence}`),
      ...more,
    ];
  });
  const total = findings.reduce((sum, finding) => sum + finding.count, 0);
  return [...lines, total === 0 ? 'All rules hold.' : `${total} violation${total === 1 ? '' : 's'}.`].join('\n');
}
