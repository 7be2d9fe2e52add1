import { goodsPutBack } from '../../domain/fulfillment/operations.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import type { Audited } from './audited.ts';
import { type Books, type Entry, orderLeft, type ShelfChange } from './books.ts';

/** How far the audit has come. */
export interface Seen {
  /** The last stock movement that was looked at. */
  readonly movement: number;
  /** Operations whose effects were looked at. */
  readonly operations: Set<string>;
}

interface Moved {
  readonly cause: string;
  readonly cause_id: string;
  readonly location_id: string;
  readonly sku: string;
  readonly on_hand: number;
}

/** Units by SKU, those that cancel out left away, as text. */
function total(changes: readonly { readonly sku: string; readonly units: number }[]): string {
  const sums = new Map<string, number>();
  for (const { sku, units } of changes) sums.set(sku, (sums.get(sku) ?? 0) + units);
  return [...sums]
    .filter(([, units]) => units !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([sku, units]) => `${sku} ${units}`)
    .join();
}

/**
 * What did each operation do to the shelf's book? A sale and a return: exactly what was sold and came back. The goods
 * of an order leave once, by the first of the operations that say so; for the others somebody is asked (rule J5).
 */
export async function compareEffects({ books, pool }: Audited, seen: Seen): Promise<{ wrong: string[]; seen: Seen }> {
  const { db } = pool;
  const wrong: string[] = [];
  const moved = await db
    .selectFrom('stock_movements')
    .select(['id', 'cause', 'cause_id', 'location_id', 'sku', 'on_hand'])
    .where('id', '>', seen.movement)
    .orderBy('id')
    .execute();
  const byCause = new Map<string, Moved[]>();
  for (const row of moved) if (row.on_hand !== 0) byCause.set(row.cause_id, [...(byCause.get(row.cause_id) ?? []), row]);
  for (const [causeId, rows] of byCause) {
    const delivery = books.deliveries.get(causeId);
    const found = total(rows.map(({ sku, on_hand }) => ({ sku, units: on_hand })));
    if (delivery !== undefined ? found !== total(delivery) : !books.entries.has(causeId))
      wrong.push(`P2: ${found} moved by ${causeId}, which nobody did`);
    if (seen.operations.has(causeId)) wrong.push(`J3: operation ${causeId} moved ${found} a second time`);
  }
  const applied = new Set((await db.selectFrom('operations').select('id').execute()).map((row) => row.id));
  const exceptions = await db.selectFrom('exceptions').select(['id', 'kind', 'body']).execute();
  const asked = new Set(exceptions.map(({ kind, body }) => `${kind} ${(body as unknown as { operationId: string }).operationId}`));
  const late = new Set([
    ...tooLate(books),
    ...exceptions.filter(({ id, kind }) => !id.startsWith(`${kind}:`)).map(({ id }) => id),
    ...neverAsked(books, new Set(exceptions.map(({ id }) => id))),
  ]);
  const others = endedByOthers(books, applied);
  const operations = new Set(seen.operations);
  for (const entry of books.entries.values()) {
    const { id } = entry.operation;
    if (!applied.has(id) || operations.has(id)) continue;
    operations.add(id);
    const rows = byCause.get(id) ?? [];
    const found = total(rows.map(({ sku, on_hand }) => ({ sku, units: on_hand })));
    if (rows.some((row) => row.location_id !== entry.operation.storeId)) wrong.push(`P2: operation ${id} moved goods of another store`);
    wrong.push(...judge(entry, rows, found, asked, late, others));
  }
  return {
    wrong: [...wrong, ...compareEnds(books, applied, byCause, asked)],
    seen: { movement: moved.at(-1)?.id ?? seen.movement, operations },
  };
}

/** The exceptions that several people resolved: of these the first one counts. */
function tooLate(books: Books): Set<string> {
  const [once, again] = [new Set<string>(), new Set<string>()];
  for (const { operation } of books.entries.values()) {
    if (operation.type !== 'exception_resolved') continue;
    const { exceptionId } = operation.payload;
    (once.has(exceptionId) ? again : once).add(exceptionId);
  }
  return again;
}

/** What a register asked by itself while it was cut off, of an order say that had ended: the pool never did, and has nothing to resolve. */
function neverAsked(books: Books, known: ReadonlySet<string>): string[] {
  return [...books.entries.values()].flatMap(({ operation }) =>
    operation.type === 'exception_resolved' && !known.has(operation.payload.exceptionId) ? [operation.payload.exceptionId] : [],
  );
}

/** Operations that put goods back of an order that another register put back or let go of, too. */
function endedByOthers(books: Books, applied: ReadonlySet<string>): Set<string> {
  const ends = new Map<string, Operation[]>();
  for (const { operation } of books.entries.values()) {
    const order = goodsPutBack.is(operation) ? operation.payload.fulfillmentOrderId : orderLeft(operation);
    if (!applied.has(operation.id) || order === null) continue;
    ends.set(order, [...(ends.get(order) ?? []), operation]);
  }
  const shared = [...ends.values()].filter((own) => new Set(own.map((one) => one.registerId)).size > 1);
  return new Set(shared.flat().map(({ id }) => id));
}

/** Whether nothing moved, or some of the goods that the person told of, in the same direction. */
function isPartOf(rows: readonly Moved[], shelf: readonly ShelfChange[]): boolean {
  return rows.every((row) => shelf.some(({ sku, units }) => sku === row.sku && row.on_hand < 0 && row.on_hand >= units));
}

function judge(
  { operation, shelf, besides = [] }: Entry,
  rows: readonly Moved[],
  found: string,
  asked: ReadonlySet<string>,
  late: ReadonlySet<string>,
  others: ReadonlySet<string>,
): string[] {
  const expected = total(shelf);
  if (found === expected) return [];
  const { id, type } = operation;
  if (orderLeft(operation) !== null) {
    const twice = asked.has(`handed_over_twice ${id}`) || asked.has(`shipped_twice ${id}`);
    return found === total(besides) && twice
      ? []
      : [`J5: ${type} ${id} took ${found || 'nothing'} off the book, the person let go of ${expected}`];
  }
  // Of a line that somebody else had picked or given up meanwhile, there was less left to give up.
  if ((type === 'line_short_picked' || type === 'line_substituted') && isPartOf(rows, shelf)) return [];
  // A substitute that another register had picked or taken back meanwhile, too: so many as were taken back are on the book again at most.
  if (operation.type === 'line_unpicked' && rows.every((row) => row.on_hand > 0 && row.on_hand <= operation.payload.quantity)) return [];
  // Of goods that somebody else had put back, or handed over all the same, fewer were left to be gone.
  if (type === goodsPutBack.type && others.has(id) && isPartOf(rows, shelf)) return [];
  // Of goods that another register had settled meanwhile, fewer were left: what is sold again is what was there.
  if (
    type === 'set_aside_settled' &&
    rows.every((row) => shelf.some(({ sku, units }) => sku === row.sku && row.on_hand > 0 && row.on_hand <= units))
  )
    return [];
  // Somebody else was first, by then it had turned into another kind, which has other answers, or the pool never asked: whoever
  // decided is told.
  if (operation.type === 'exception_resolved' && found === '' && late.has(operation.payload.exceptionId)) return [];
  return [`P2: ${type} ${id} moved ${found || 'nothing'}, the person ${expected || 'nothing'}`];
}

/** The goods of a fulfillment order left once at most, and whoever let them go after its end is asked. */
function compareEnds(
  books: Books,
  applied: ReadonlySet<string>,
  byCause: ReadonlyMap<string, readonly Moved[]>,
  asked: ReadonlySet<string>,
): string[] {
  const leaves = new Map<string, string[]>();
  for (const { operation } of books.entries.values()) {
    const order = orderLeft(operation);
    if (order !== null && applied.has(operation.id)) leaves.set(order, [...(leaves.get(order) ?? []), operation.id]);
  }
  const moved = (id: string) => total((byCause.get(id) ?? []).map(({ sku, on_hand }) => ({ sku, units: on_hand })));
  return [...leaves].flatMap(([order, ids]) => {
    const moving = ids.filter((id) => moved(id) !== total(books.entries.get(id)?.besides ?? []));
    const silent = ids.filter((id) => !asked.has(`handed_over_twice ${id}`) && !asked.has(`shipped_twice ${id}`));
    return [
      ...(moving.length > 1 ? [`J5: the goods of ${order} left ${moving.length} times`] : []),
      ...(silent.length > 1 ? [`J5: ${order} left ${ids.length} times, and nobody is asked`] : []),
    ];
  });
}
