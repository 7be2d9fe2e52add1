import type { WrittenOperation } from '../../domain/base/envelope.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import { upgradeOperation } from '../../domain/registry/upgrade-operation.ts';
import { inParts } from '../../domain/exchanges/parts-of.ts';
import { canonicalJson } from '../../domain/base/canonical-json.ts';
import { type SaleCompleted } from '../../domain/sale/sale.ts';
import { type Sale } from '../../domain/sale/sale.ts';
import { saleDocument } from '../../domain/sale/documents.ts';
import { RECEIPT_TYPES } from '../../domain/registry/operations.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';
import { cashMoved, drawerHandedOver, shiftClosed } from '../../domain/shift/operations.ts';
import { sql } from 'kysely';
import { codeText } from '../../domain/base/fault.ts';
import { saleFault } from '../../domain/sale/check-sale.ts';
import type { Db } from '../db/database.ts';
import { asUuid } from './as-uuid.ts';
import { type Finding, Violations } from './finding.ts';
import { IN_PARTS } from './receipt-parts.ts';

const PAGE = 1_000;

/** Whether a sale has the amounts that its operation tells, in whatever version it was written. */
function isAsRecorded(sale: Sale, recorded: unknown): boolean {
  if (typeof recorded !== 'object' || recorded === null) return false;
  const payload = inParts(upgradeOperation(recorded as WrittenOperation)).find((one) => saleCompleted.is(one))?.payload;
  const amounts = ({ lines, totalMinor, taxMinor, tenders }: Partial<SaleCompleted>) =>
    canonicalJson({ lines, totalMinor, taxMinor, tenders });
  return payload !== undefined && amounts(payload) === amounts(saleDocument.completed(sale));
}

/** Each sale: its parts add up, and it is what its register recorded, to the cent (rule J9). */
async function checkSales(db: Db, violations: Violations): Promise<{ sales: number; lines: number }> {
  let after = '';
  let sales = 0;
  let lines = 0;
  for (;;) {
    const rows = await db
      .selectFrom('sales')
      .leftJoin('operations', (join) => join.on(sql<boolean>`operations.id = ${asUuid('sales.sale_id')}`))
      .select(['receipt_number', 'total_minor', 'tax_minor', 'sales.body'])
      .select('operations.body as recorded')
      .where('receipt_number', '>', after)
      .orderBy('receipt_number')
      .limit(PAGE)
      .execute();
    for (const row of rows) {
      sales += 1;
      lines += row.body.lines.length;
      const off = saleFault(saleDocument.completed(row.body));
      if (off !== null) violations.add(`Receipt ${row.receipt_number} does not add up: ${codeText(off)}.`);
      if (row.total_minor !== row.body.totalMinor || row.tax_minor !== row.body.taxMinor)
        violations.add(`Receipt ${row.receipt_number} is filed with other totals than it has.`);
      if (!isAsRecorded(row.body, row.recorded))
        violations.add(`Receipt ${row.receipt_number} has other amounts than its register recorded.`);
    }
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return { sales, lines };
    after = last.receipt_number;
  }
}

interface Refunded {
  origin: string;
  line_no: number;
  refunded: number;
  paid: number | null;
  known: boolean;
}

/** A sale whose lines each gave back their own share; one that was priced again is looked at whole. */
const BY_SHARE = sql`sales.body ->> 'refundedMinor' is null`;

/** Refunds of sales that were priced again: a line may give back more than was paid for it, and the sale may not. */
async function checkRepriced(db: Db, violations: Violations): Promise<void> {
  const { rows } = await sql<{ receipt: string; refunded: number; paid: number }>`
    select sales.receipt_number as receipt, sum(r.refund_minor)::bigint as refunded, sales.total_minor as paid
    from sales join returns r on r.origin ->> 'receiptNumber' = sales.receipt_number
    where not (${BY_SHARE}) group by sales.receipt_number, sales.total_minor
    having sum(r.refund_minor) > sales.total_minor
      and not bool_or(exists (select 1 from exceptions e where e.id = 'returned_more_than_bought:' || r.operation_id))
    order by 1`.execute(db);
  for (const { receipt, refunded, paid } of rows) {
    violations.add(`Sale ${receipt}: ${refunded} was refunded, but only ${paid} was paid.`);
  }
}

/**
 * Refunds by line, against what was paid for the line. More than that is a violation unless a person was told: two
 * registers that could not see each other may both have refunded, and those are facts (rule J5).
 */
async function checkRefunds(db: Db, violations: Violations): Promise<number> {
  const { rows } = await sql<Refunded>`
    with refunds as (
      select r.operation_id, r.origin ->> 'receiptNumber' as receipt, coalesce(r.origin ->> 'receiptNumber', r.origin ->>
        'orderNumber') as origin,
        line ->> 'fulfillmentOrderId' as delivery, (line -> 'lineNo')::int as line_no, (line -> 'refundMinor')::bigint as minor
      from returns r, jsonb_array_elements(r.body -> 'lines') as line
    ), summed as (
      select receipt, delivery, origin, line_no, sum(minor)::bigint as refunded,
        bool_or(exists (select 1 from exceptions e where e.id = 'returned_more_than_bought:' || operation_id)) as known
      from refunds group by 1, 2, 3, 4
    )
    select s.origin, s.line_no, s.refunded, s.known, coalesce(
      (select (l -> 'totalMinor')::bigint from sales, jsonb_array_elements(sales.body -> 'lines') as l
        where sales.receipt_number = s.receipt and (l -> 'lineNo')::int = s.line_no and ${BY_SHARE}),
      (select (l -> 'totalMinor')::bigint from fulfillment_orders f, jsonb_array_elements(f.body -> 'lines') as l
        where f.id = s.delivery and (l -> 'lineNo')::int = s.line_no)) as paid
    from summed s`.execute(db);
  for (const row of rows) {
    if (row.paid !== null && row.refunded > row.paid && !row.known) {
      violations.add(`Line ${row.line_no} of ${row.origin}: ${row.refunded} was refunded, but only ${row.paid} was paid.`);
    }
  }
  await checkRepriced(db, violations);
  const sums = await sql<{ receipt_number: string }>`
    select receipt_number from returns where refund_minor <> (select
      sum((line -> 'refundMinor')::bigint - coalesce((line -> 'fee' -> 'amountMinor')::bigint, 0)) from
      jsonb_array_elements(body -> 'lines') as line)
    order by 1`.execute(db);
  for (const row of sums.rows) violations.add(`Receipt ${row.receipt_number} refunds another amount than its lines.`);
  return rows.length;
}

/** Cash that an operation `o` put into its drawer or took from it, by currency. Versions 1 and 2 named one tender, in one currency. */
const CASH = sql`
  select coalesce(t ->> 'currency', o.body -> 'payload' ->> 'currency') as currency, (t -> 'givenMinor')::bigint as minor
  from jsonb_array_elements(o.body -> 'payload' -> 'tenders') t where o.type = ${saleCompleted.type} and t ->> 'kind' = 'cash'
  union all
  select o.body -> 'payload' ->> 'currency', -(t -> 'changeMinor')::bigint
  from jsonb_array_elements(o.body -> 'payload' -> 'tenders') t where o.type = ${saleCompleted.type} and t ->> 'kind' = 'cash'
  union all
  select t ->> 'currency', -coalesce(t -> 'notes' -> 'givenMinor', t -> 'amountMinor')::bigint
  from jsonb_array_elements(coalesce(o.body -> 'payload' -> 'tenders', '[]')) t
  where o.type = ${goodsReturned.type} and t ->> 'kind' = 'cash'
  union all
  select o.body -> 'payload' ->> 'currency', -(o.body -> 'payload' -> 'refundMinor')::bigint
  where o.type = ${goodsReturned.type} and o.body -> 'payload' ->> 'refundTender' = 'cash'
  union all
  select o.body -> 'payload' ->> 'currency',
    (case o.body -> 'payload' ->> 'kind' when 'pay_in' then 1 else -1 end) * (o.body -> 'payload' -> 'amountMinor')::bigint
  where o.type = ${cashMoved.type}
  union all
  select o.body -> 'payload' ->> 'currency',
    (o.body -> 'payload' -> 'countedMinor')::bigint - (o.body -> 'payload' -> 'expectedMinor')::bigint
  where o.type = ${drawerHandedOver.type}`;

/** The types of operation that may put cash into a drawer or take it out. */
const CASH_TYPES = [...RECEIPT_TYPES, cashMoved.type, drawerHandedOver.type];

/**
 * Cash in each drawer, by currency, against the sales and refunds that its own register recorded while its shift was open.
 * What was said of a drawer by others, or after it was closed, is not in it.
 */
async function checkDrawers(db: Db, violations: Violations): Promise<number> {
  const { rows } = await sql<{ id: string; currency: string; cash: number; recorded: number }>`
    with opened as (
      select s.id, o.register_id, o.seq, s.body from shifts s join operations o on o.id = s.id::uuid and o.outcome = 'applied'
    ), closed as (
      select o.register_id, o.body ->> 'shiftId' as shift_id, min(o.seq) as seq from operations o
      where o.type = ${shiftClosed.type} and o.outcome = 'applied' group by 1, 2
    ), recorded as (
      select s.id, cash.currency, sum(cash.minor)::bigint as minor
      from ${IN_PARTS} o join opened s on s.id = o.body ->> 'shiftId' and s.register_id = o.register_id and s.seq < o.seq
      left join closed c on c.shift_id = s.id and c.register_id = o.register_id
      cross join lateral (${CASH}) cash
      where o.outcome = 'applied' and o.type = any(${CASH_TYPES}::text[]) and (c.seq is null or o.seq < c.seq) group by 1, 2
    ), kept as (
      select id, body ->> 'currency' as currency, (body -> 'cashMinor')::bigint as minor from shifts
      union all select id, other.key, other.value::bigint from shifts, jsonb_each_text(coalesce(body -> 'otherCash', '{}')) as other
    )
    select coalesce(k.id, r.id) as id, coalesce(k.currency, r.currency) as currency, coalesce(k.minor, 0) as cash, coalesce(r.minor, 0)
      as recorded
    from kept k full join recorded r on r.id = k.id and r.currency = k.currency`.execute(db);
  for (const row of rows) {
    if (row.cash !== row.recorded)
      violations.add(`Shift ${row.id} shows ${row.cash} ${row.currency} in cash, but what was recorded makes ${row.recorded}.`);
  }
  return rows.length;
}

/** Closings that follow one another: what the register has sold altogether grows by what the shift sold, and by nothing else. */
async function checkClosings(db: Db, violations: Violations): Promise<number> {
  const { rows } = await sql<{ register: string; number: number; grows: boolean }>`
    with signed as (
      select register_id as register, body -> 'closed' -> 'totals' as t from shifts
      where body -> 'closed' -> 'totals' ->> 'zNumber' is not null
    )
    select a.register, (b.t -> 'zNumber')::bigint as number,
      (b.t -> 'grandSalesMinor')::bigint = (a.t -> 'grandSalesMinor')::bigint + (b.t -> 'salesMinor')::bigint
      and (b.t -> 'grandReturnsMinor')::bigint = (a.t -> 'grandReturnsMinor')::bigint + (b.t -> 'returnsMinor')::bigint as grows
    from signed a join signed b on b.register = a.register and (b.t -> 'zNumber')::bigint = (a.t -> 'zNumber')::bigint + 1
    order by 1, 2`.execute(db);
  for (const { register, number, grows } of rows)
    if (!grows) violations.add(`Closing ${number} of register ${register} has a grand total that does not follow from the one before.`);
  return rows.length;
}

/** The numbers of a register's closings go on one by one (rule J7), as far as every entry between two of them was applied. */
async function checkNumbers(db: Db, violations: Violations): Promise<void> {
  const { rows } = await sql<{ register: string; number: number; before: number }>`
    with signed as (
      select register_id, seq, (body -> 'payload' -> 'totals' -> 'zNumber')::bigint as number from operations
      where type = ${shiftClosed.type} and outcome = 'applied' and body -> 'payload' -> 'totals' ->> 'zNumber' is not null
    ), followed as (
      select register_id, seq, number, lag(number, 1, 0::bigint) over register as before, lag(seq, 1, 0::bigint) over register as seq_before
      from signed window register as (partition by register_id order by seq)
    )
    select register_id as register, number, before from followed f where number <> before + 1 and (number <= before or not exists (
      select 1 from operations o where o.register_id = f.register_id and o.seq > f.seq_before and o.seq < f.seq and o.outcome <> 'applied'))
    order by register_id, seq`.execute(db);
  for (const { register, number, before } of rows) violations.add(`Closing ${number} of register ${register} follows closing ${before}.`);
}

/** M1: the parts of every sale add up to its whole, drawers hold what was recorded, and no refund is more than was paid. */
export async function auditMoney(db: Db): Promise<Finding> {
  const violations = new Violations();
  const { sales, lines } = await checkSales(db, violations);
  const refunds = await checkRefunds(db, violations);
  const shifts = await checkDrawers(db, violations);
  const closings = await checkClosings(db, violations);
  await checkNumbers(db, violations);
  return {
    rule: 'M1',
    title: 'amounts add up, and no refund is more than was paid',
    compared: { sales, lines, 'refunded lines': refunds, shifts, closings },
    violations: violations.shown,
    count: violations.count,
  };
}
