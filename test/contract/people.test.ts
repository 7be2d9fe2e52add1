import { sql } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson } from '../../domain/base/canonical-json.ts';
import { linesHere } from '../../domain/fulfillment/departure.ts';
import { orderPacked } from '../../domain/fulfillment/operations.ts';
import { exceptionResolved } from '../../domain/exceptions/operations.ts';
import { noteAdded } from '../../domain/notes/order-note.ts';
import type { OrderIntake } from '../../domain/orders/order-intake.ts';
import type { PersonQuery } from '../../domain/office/person-protocol.ts';
import { auditPool } from '../../sync-server/audit/audit-pool.ts';
import type { Db } from '../../sync-server/db/database.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { takeOrder } from '../../sync-server/orders/take-order.ts';
import { listAssociates } from '../../sync-server/associates/list-associates.ts';
import { addAssociate, setAssociateState } from '../../sync-server/associates/manage-associates.ts';
import { erasePerson } from '../../sync-server/retention/erase-person.ts';
import { findPerson } from '../../sync-server/retention/find-person.ts';
import { TYPED_TEXTS } from '../../sync-server/retention/words-of-person.ts';
import { actorNamed } from '../support/actor.ts';
import { insertKey } from '../support/api-keys.ts';
import { databases } from './support/databases.ts';
import { shipOrder } from './support/order-pool.ts';
import { type Enrolled, pullAll, push } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

const JANE = { name: 'Jane "JJ" Doe-Müller', email: 'jane.doe@example.com', phone: '+1 (555) 010-9999' };
const STREET = '99 Nowhere Lane';
/** What must not be found any more, as the database would show it. */
const TRACES = ['Doe-Müller', 'jane.doe', '010-9999', 'Nowhere Lane', 'Springfield'];

/** Tables and columns in which nothing typed by or about a person can stand, and why. */
const NEVER_PERSONAL = [
  'api_keys',
  'attempts',
  'changes',
  'company',
  'customer_stores',
  'enrolment_codes',
  'event_head',
  'event_subscriptions',
  'events',
  'jobs',
  'kysely_migration',
  'kysely_migration_lock',
  'locations',
  'office_actions',
  'office_registers',
  'office_sign_ins',
  'office_users',
  'pickup_keys',
  'pickup_waits',
  'pictures',
  'pool_epochs',
  'price_lists',
  'prices',
  'products',
  'promotions',
  'registers',
  'scope_heads',
  'setting_changes',
  'settings',
  'shift_reports',
  'sourcing_exclusions',
  'sourcing_rules',
  'stock_levels',
  'stock_movements',
  'webhook_deliveries',
  'webhooks',
]; // prettier-ignore
/** Emptied by their own fields. */
const EMPTIED = [
  'associates',
  'customers',
  'customer_keys',
  'orders',
  'order_index',
  'order_lines',
  'order_keys',
  'sourcing_decisions',
  'fulfillment_orders',
  'pickup_signatures',
];

describe.each(databases)('a person who wants to be erased, on %s', (_name, open) => {
  let db: Db;
  let server: RunningServer;
  let register: Enrolled;
  let key: string;
  useSyncServer(open, async (pool) => {
    ({ db, server, register } = pool);
    key = await insertKey(db, 'head office');
  });

  const orderOf = (number: string, customer: OrderIntake['customer'], street: string): OrderIntake => {
    const order = shipOrder(number, [['A', 1]]);
    const shipTo = { line1: street, city: street === STREET ? 'Springfield' : 'City', region: 'IL', postalCode: '62701', country: 'US' };
    return {
      ...order,
      customer,
      giftMessage: `${customer.name} loves you`,
      note: `Ask for ${customer.name}`,
      payments: [{ reference: `wallet of ${customer.email}`, method: 'wallet', amountMinor: 1083, captured: true }],
      fields: { account: customer.name },
      lines: order.lines.map((line) => ({ ...line, fields: { engraving: customer.name } })),
      fulfillment: { kind: 'ship', shipTo, position: { latitude: 0, longitude: 0 } },
    };
  };
  const fulfillmentOrderOf = async (number: string) => {
    const rows = await db.selectFrom('fulfillment_orders').select('body').execute();
    const found = rows.find(({ body }) => body.orderNumber === number);
    if (found === undefined) throw new Error(`There is no ${number}.`);
    return found.body;
  };

  async function ship(number: string): Promise<void> {
    const order = await fulfillmentOrderOf(number);
    await push(db, register, [register.journal.ship(order, 'T-1', linesHere(order))]);
  }

  /** Every text and JSON of the database that holds one of the traces. */
  async function traces(of: readonly string[] = TRACES): Promise<string[]> {
    const { rows: columns } = await sql<{ table: string; name: string }>`
      select table_name as table, column_name as name from information_schema.columns
      where table_schema = 'public' and data_type in ('text', 'json', 'jsonb', 'character varying', 'ARRAY')`.execute(db);
    expect(columns.length).toBeGreaterThan(60);
    const found: string[] = [];
    for (const { table, name } of columns) {
      const { rows } = await sql<{ value: string }>`
        select ${sql.ref(name)}::text as value from ${sql.table(table)}
        where ${sql.ref(name)}::text ilike any(${of.map((trace) => `%${trace}%`)}::text[])`.execute(db);
      found.push(...rows.map(({ value }) => `${table}.${name}: ${value.slice(0, 200)}`));
    }
    return found;
  }

  beforeEach(async () => {
    await takeOrder(db, { idempotencyKey: `shop:${JANE.email}:1`, order: orderOf('W-1', JANE, STREET) });
    await takeOrder(db, { idempotencyKey: 'shop:2', order: orderOf('W-2', { ...JANE, email: 'JANE.DOE@example.com' }, STREET) });
    await takeOrder(db, { idempotencyKey: 'shop:3', order: orderOf('W-3', { name: 'John Roe', email: null, phone: null }, '1 Main St') });
  });

  /** What people and machines have written about her where no name belongs. */
  async function gossip(): Promise<unknown[]> {
    const { id } = await fulfillmentOrderOf('W-1');
    const { journal } = register;
    const note = journal.record({ type: noteAdded.type, payload: { fulfillmentOrderId: id, text: `Call ${JANE.name}` } });
    const resolved = journal.record({
      type: exceptionResolved.type,
      payload: {
        exceptionId: 'x',
        choice: 'left_once',
        sku: null,
        quantity: null,
        note: `${JANE.name.toUpperCase()} has it`,
        office: null,
      },
    });
    const strange = journal.record({ type: orderPacked.type, payload: { fulfillmentOrderId: id } }, {
      payload: { fulfillmentOrderId: id, label: `${JANE.name}\n${STREET}`, mail: [JANE.email, JANE.phone] },
    } as never);
    const sent = [note, resolved, strange, { nobody: `knows what this is, ${JANE.email}` }];
    await push(db, register, sent);
    return sent;
  }

  it.each<[string, PersonQuery, string[]]>([
    ['by mail, in any case', { email: 'Jane.Doe@Example.com' }, ['W-1', 'W-2']],
    ['by phone, however it is written', { phone: '15550109999' }, ['W-1', 'W-2']],
    ['by name, in any case', { name: JANE.name.toLowerCase() }, ['W-1', 'W-2']],
    ['by the number of an order', { order: 'W-2' }, ['W-2']],
    ['but nobody by a part of a name', { name: 'Jane' }, []],
    ['nor by a phone without a digit', { phone: '---' }, []],
  ])('[A2] is found %s', async (_how, query, numbers) => {
    expect((await findPerson(db, query)).report.orders.map(({ number }) => number)).toEqual(numbers);
  });

  it('[A2] leaves no byte of the name, the mail, the phone or the street in any table, nor in what registers pull', async () => {
    const sent = await gossip();
    await ship('W-1');
    await ship('W-2');
    const replica = await pullAll(db, register);
    expect(JSON.stringify([...replica.documents.values()])).toContain('Doe-Müller');
    const { report } = await findPerson(db, { email: JANE.email });
    expect(report.notes).toMatchObject([{ text: `Call ${JANE.name}` }]);
    expect(report.mentions.map(({ table }) => table)).toEqual(expect.arrayContaining(['operations', 'quarantine']));
    const found = await traces();
    expect(found.length).toBeGreaterThan(8);

    expect(await erasePerson(db, { email: JANE.email }, report.code, actorNamed('test'))).toMatchObject({
      ok: true,
      value: { orders: 2, notes: 1 },
    });

    expect(await traces()).toEqual([]);
    const after = await pullAll(db, register, replica);
    const told = canonicalJson([...after.documents.values()]);
    for (const trace of TRACES) expect(told).not.toContain(trace);
    expect(told).toContain('John Roe');
    expect(await fulfillmentOrderOf('W-1')).toMatchObject({ customer: { name: 'Erased' }, state: { status: 'shipped' } });
    expect((await findPerson(db, { email: JANE.email })).report.orders).toEqual([]);
    // How far many stores are from her tells where she lives.
    expect(await db.selectFrom('sourcing_decisions').select('order_id').execute()).toHaveLength(1);
    // Sent again, as after a lost answer, it is what it was (rule J3), and brings nothing back.
    expect((await push(db, register, sent)).map(({ outcome }) => outcome)).toEqual(['applied', 'applied', 'quarantined', 'refused']);
    expect(await traces()).toEqual([]);
    expect((await auditPool(db)).flatMap(({ violations }) => violations)).toEqual([]);
  });

  it('[A2] [J4] lets go of what is parked, and takes it when its register sends it again', async () => {
    await ship('W-1');
    const { journal } = register;
    const early = journal.sell([['B', 1]]);
    const note = journal.record({
      type: noteAdded.type,
      payload: { fulfillmentOrderId: (await fulfillmentOrderOf('W-3')).id, text: JANE.email },
    });
    expect(await push(db, register, [note])).toMatchObject([{ outcome: 'parked' }]);
    const { report } = await findPerson(db, { order: 'W-1' });
    expect(report.mentions).toContainEqual({ table: 'parked_operations', rows: 1 });
    expect(await erasePerson(db, { order: 'W-1' }, report.code, actorNamed('test'))).toMatchObject({ ok: true });
    expect((await traces()).filter((trace) => trace.startsWith('parked'))).toEqual([]);
    expect(await push(db, register, [early, note])).toMatchObject([{ outcome: 'applied' }, { outcome: 'applied' }]);
  });

  it('[A2] is not erased while somebody works on an order of hers', async () => {
    await ship('W-1');
    const { report } = await findPerson(db, { email: JANE.email });
    expect(report.orders.map(({ isOpen }) => isOpen)).toEqual([false, true]);
    const refused = await erasePerson(db, { email: JANE.email }, report.code, actorNamed('test'));
    expect(refused).toEqual({ ok: false, refusal: { code: 'order_open', numbers: ['W-2'] } });
    const { report: one } = await findPerson(db, { order: 'W-1' });
    expect(await erasePerson(db, { order: 'W-1' }, one.code, actorNamed('test'))).toMatchObject({ ok: true, value: { orders: 1 } });
    expect((await fulfillmentOrderOf('W-2')).customer.name).toBe(JANE.name);
  });

  it('[A2] is erased as she was shown, or not at all', async () => {
    await ship('W-1');
    const { report } = await findPerson(db, { order: 'W-1' });
    expect(await erasePerson(db, { order: 'W-1' }, 'another', actorNamed('test'))).toEqual({
      ok: false,
      refusal: { code: 'code_not_valid' },
    });
    await gossip();
    expect(await erasePerson(db, { order: 'W-1' }, report.code, actorNamed('test'))).toEqual({
      ok: false,
      refusal: { code: 'code_not_valid' },
    });
    expect((await fulfillmentOrderOf('W-1')).customer.name).toBe(JANE.name);
  });

  it('[A2] over HTTP: shown first, then erased by the code', async () => {
    await ship('W-1');
    const ask = (path: string, body: unknown, token = key) =>
      fetch(`${server.url}${path}`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await ask('/v1/people/find', { order: 'W-1' }, register.token)).status).not.toBe(200);
    expect((await ask('/v1/people/find', { order: 'W-1', name: 'X Y' })).status).toBe(400);
    const shown = await ask('/v1/people/find', { order: 'W-1' });
    const { code, orders } = (await shown.json()) as { code: string; orders: unknown[] };
    const said = { note: `Ask for ${JANE.name}`, fields: { account: JANE.name }, lineFields: [{ engraving: JANE.name }] };
    expect(orders).toMatchObject([{ number: 'W-1', customer: JANE, said, isOpen: false }]);
    expect((await ask('/v1/people/erase', { order: 'W-1', code: 'no' })).status).toBe(409);
    expect((await ask('/v1/people/erase', { order: 'W-9', code })).status).toBe(404);
    const done = await ask('/v1/people/erase', { order: 'W-1', code });
    expect([done.status, await done.json()]).toMatchObject([200, { orders: 1 }]);
    const events = await db.selectFrom('events').select('ids').where('event', '=', 'person_erased').execute();
    expect(events).toMatchObject([{ ids: { by: 'head office' } }]);
  });

  it('[A2] who has worked in a store is erased by their id, once they are removed; what they did keeps the id', async () => {
    const office = actorNamed('Ada');
    const added = await addAssociate(db, { storeId: 'S1', name: 'Ann Quillfeather', role: 'senior' }, office);
    if (!added.ok) throw new Error(added.refusal);
    const { id } = added.value;
    await push(db, register, [
      { ...register.journal.openShift(), associateId: id },
      register.journal.record({
        type: exceptionResolved.type,
        payload: { exceptionId: 'x', choice: 'left_once', sku: null, quantity: null, note: 'Ann Quillfeather has it', office: null },
      }),
    ]);
    const query = { associate: id };
    const before = (await findPerson(db, query)).report;
    expect(before.associates).toEqual([{ id, name: 'Ann Quillfeather', storeId: 'S1', isOpen: true }]);
    expect(await erasePerson(db, query, before.code, office)).toMatchObject({ ok: false, refusal: { code: 'associate_not_removed' } });
    await setAssociateState(db, id, 'remove', office);
    expect(await erasePerson(db, query, before.code, office)).toMatchObject({ ok: false, refusal: { code: 'code_not_valid' } });
    expect((await traces(['Quillfeather'])).length).toBeGreaterThan(1);
    const { report } = await findPerson(db, query);
    expect(report.mentions.length).toBeGreaterThan(0);
    expect(await erasePerson(db, query, report.code, office)).toMatchObject({ ok: true, value: { orders: 0, associates: 1 } });
    expect(await traces(['Quillfeather'])).toEqual([]);
    expect((await listAssociates(db, { state: 'removed', limit: 10 })).items).toMatchObject([{ id, name: 'Erased', role: 'senior' }]);
    const again = (await findPerson(db, query)).report;
    expect(await erasePerson(db, query, again.code, office)).toMatchObject({ ok: false, refusal: { code: 'nobody_found' } });
    // A customer of the same name is somebody else.
    expect((await findPerson(db, { name: 'Ann Quillfeather' })).report.associates).toEqual([]);
  });

  it('every table is known as one that can hold a person, or not', async () => {
    const { rows } = await sql<{ name: string }>`select tablename as name from pg_tables where schemaname = 'public'`.execute(db);
    const known = [...NEVER_PERSONAL, ...EMPTIED, ...TYPED_TEXTS.map(({ table }) => table)];
    expect(rows.map(({ name }) => name).sort()).toEqual([...known].sort());
  });
});
