import { DocumentMap } from '../../domain/base/document-map.ts';
import type { RecordedBy } from '../../domain/base/define-operation.ts';
import { exceptionDocument } from '../../domain/exceptions/documents.ts';
import { exceptionResolved } from '../../domain/exceptions/operations.ts';
import { sql } from 'kysely';
import { applyResolution } from '../../domain/exceptions/apply-resolution.ts';
import type { Exception } from '../../domain/exceptions/exception.ts';
import type { Db } from '../db/database.ts';
import { readParked } from '../intake/read-operation.ts';
import { asUuid } from './as-uuid.ts';
import { type Finding, Violations } from './finding.ts';

const PAGE = 500;

interface Row {
  readonly body: Exception;
  readonly resolved_at: Date | null;
  readonly outcome: string | null;
  readonly operation: unknown;
  readonly moved: Record<string, number> | null;
}

/** Units by SKU that resolving an exception has to move, by the same rule that moved them. */
function expectedMoves(exception: Exception, operation: RecordedBy<typeof exceptionResolved>): Record<string, number> {
  const reader = DocumentMap.of(exceptionDocument, { ...exception, resolved: null });
  const units: Record<string, number> = {};
  for (const effect of applyResolution(reader, operation)) {
    if (effect.kind === 'stock') units[effect.sku] = (units[effect.sku] ?? 0) + effect.onHand;
  }
  return Object.fromEntries(Object.entries(units).filter(([, moved]) => moved !== 0));
}

function sameMoves(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((sku) => (a[sku] ?? 0) === (b[sku] ?? 0));
}

function checkOne({ body, resolved_at, outcome, operation, moved }: Row, violations: Violations): void {
  const at = `Exception ${body.id}`;
  if ((resolved_at === null) !== (body.resolved === null)) violations.add(`${at} is filed in another state than it says.`);
  if (body.resolved === null) return;
  const parsed = operation === null ? null : readParked(operation).parsed;
  if (parsed?.ok !== true || !exceptionResolved.is(parsed.operation) || outcome !== 'counted') {
    violations.add(`${at} is resolved, but no operation that counts has resolved it.`);
  } else if (!sameMoves(expectedMoves(body, parsed.operation), moved ?? {})) {
    violations.add(`${at} corrected the stock by other units than its choice says.`);
  }
}

/** Decisions without their operation, the other way round, and stock that no decision corrected. */
async function findLoose(db: Db, violations: Violations): Promise<number> {
  const { rows } = await sql<{ id: string; what: string }>`
    select coalesce(k.operation_id, o.id::text) as id, case when o.id is null then 'is kept, but no operation says so' else
      'was recorded, but is kept nowhere' end as what
    from exception_resolutions k full join (select id, type from operations where outcome = 'applied' and type =
      ${exceptionResolved.type}) o on o.id::text = k.operation_id
    where o.id is null or k.operation_id is null
    union all
    select distinct cause_id, 'corrected stock, but did not count' from stock_movements m where cause = 'exception_resolved'
      and not exists (select 1 from exception_resolutions k where k.operation_id = m.cause_id and k.outcome = 'counted')
    order by 1`.execute(db);
  for (const { id, what } of rows) violations.add(`Resolution ${id} ${what}.`);
  const { count } = await db
    .selectFrom('exception_resolutions')
    .select((of) => of.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

/** J5: every exception is resolved by one operation, once, and the stock was corrected by what that says and no more. */
export async function auditExceptions(db: Db): Promise<Finding> {
  const violations = new Violations();
  let exceptions = 0;
  for (let after = ''; ; ) {
    const { rows } = await sql<Row>`
      select e.body, e.resolved_at, k.outcome, o.body as operation,
        (select json_object_agg(sku, units) from (select sku, sum(on_hand)::bigint as units from stock_movements
          where cause = 'exception_resolved' and cause_id = e.body -> 'resolved' ->> 'operationId' group by sku) m) as moved
      from exceptions e
      left join exception_resolutions k on k.operation_id = e.body -> 'resolved' ->> 'operationId' and k.exception_id = e.id
      left join operations o on o.id = ${asUuid('k.operation_id')} and o.outcome = 'applied'
      where e.id > ${after} order by e.id limit ${PAGE}::int`.execute(db);
    for (const row of rows) checkOne(row, violations);
    exceptions += rows.length;
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) break;
    after = last.body.id;
  }
  const resolutions = await findLoose(db, violations);
  return {
    rule: 'J5',
    title: 'exceptions are resolved once, and stock is corrected once',
    compared: { exceptions, resolutions },
    violations: violations.shown,
    count: violations.count,
  };
}
