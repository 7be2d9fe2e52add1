import { sql } from 'kysely';
import { noReceiptUseDocument, noReceiptUseId } from '../../domain/returns/no-receipt-use.ts';
import type { Audited } from './audited.ts';
import { NO_RECEIPT, WHO } from './no-receipt.ts';

/**
 * Each customer brought back without a receipt in the pool what people took back of them. Where that is more than they may, somebody was
 * told, and nowhere else (rule J5).
 */
export async function compareNoReceipt({ books, pool: { db } }: Audited): Promise<string[]> {
  const applied = new Set((await db.selectFrom('operations').select('id').execute()).map((row) => row.id));
  const done = [...books.entries.values()].filter(
    ({ operation, withoutReceipt }) => withoutReceipt !== undefined && applied.has(operation.id),
  );
  const { rows } = await sql<{ id: string; minor: number }>`
    select id, (select coalesce(sum((one -> 'refundMinor')::bigint), 0)::bigint from jsonb_array_elements(body -> 'returns') one) as minor
    from documents where kind = ${noReceiptUseDocument.kind}`.execute(db);
  const counted = new Map(rows.map(({ id, minor }) => [id, minor]));
  const { rows: asked } = await sql<{ operation: string; trouble: string }>`
    select body ->> 'operationId' as operation, body -> 'facts' ->> 'trouble' as trouble from exceptions
    where kind = 'no_receipt_off_policy'`.execute(db);
  const most = NO_RECEIPT.perCustomer.mostMinor ?? 0;
  return WHO.flatMap((customerId) => {
    const own = done.filter(({ withoutReceipt }) => withoutReceipt === customerId);
    const due = own.reduce((sum, { refundMinor }) => sum + refundMinor, 0);
    const is = counted.get(noReceiptUseId(customerId)) ?? 0;
    const told = asked.filter(({ operation }) => own.some((one) => one.operation.id === operation));
    return [
      ...(is === due ? [] : [`J3: ${customerId} brought back ${is} without a receipt in the pool, ${due} by the books`]),
      ...(due > most === told.length > 0
        ? []
        : [`J5: ${customerId} brought back ${due} without a receipt, of which ${told.length} were told`]),
      ...told
        .filter(({ trouble }) => trouble !== 'customer_limit')
        .map(({ trouble }) => `J5: somebody is asked about the ${trouble} of a return`),
    ];
  });
}
