import fc from 'fast-check';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { OfficeFields, TillChange } from '../../domain/customers/change-customer.ts';
import { consentId, customerConsentRecorded } from '../../domain/customers/consent.ts';
import type { Customer } from '../../domain/customers/customer.ts';
import { MOST_CHANGES } from '../../domain/customers/customer-protocol.ts';
import type { CustomerChangesTaken, CustomerDetail, CustomerPage, CustomerPurchases } from '../../domain/customers/customer-protocol.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import { returnableOfSale, returnGoods } from '../../domain/returns/return-goods.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';
import { receiptText } from '../../domain/sale/settings.ts';
import { COMPANY } from '../../domain/settings/documents.ts';
import { auditPool } from '../../sync-server/audit/audit-pool.ts';
import { takeTillChanges } from '../../sync-server/customers/change-customers.ts';
import type { Db } from '../../sync-server/db/database.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { erasePerson } from '../../sync-server/retention/erase-person.ts';
import { findPerson } from '../../sync-server/retention/find-person.ts';
import { saveSetting } from '../../sync-server/settings/write-setting.ts';
import { askJson } from '../support/ask-json.ts';
import { actorNamed } from '../support/actor.ts';
import { insertKey } from '../support/api-keys.ts';
import { cartLineOf, saleOf, soldOf } from '../support/examples.ts';
import { BEFORE_ALL_CALENDARS } from '../support/journal-builder.ts';
import { databases } from './support/databases.ts';
import { type Enrolled, enrol, pullAll, push, type Replica } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

const at = (second: number) => new Date(Date.UTC(2026, 2, 2, 10, 0, second)).toISOString();
const ONE = { name: 'Sample Customer-One', phones: ['+1 (555) 010-0001'], emails: ['one@example.com'], cardNumber: 'L-100001' };
const said = (fields: TillChange['fields'], second = 1, customerId = 'C1'): TillChange => ({ customerId, at: at(second), fields });

/** What a register holds of a customer. */
const heldBy = ({ documents }: Replica, { storeId }: Enrolled, id = 'C1') =>
  documents.get(`store:${storeId} customer ${id}`) as Customer | undefined;

describe.each(databases)('customers, on %s', (_name, open) => {
  let db: Db;
  let server: RunningServer;
  let here: Enrolled;
  let beside: Enrolled;
  let there: Enrolled;
  let key: string;
  useSyncServer(open, async (pool) => {
    ({ db, server, register: here } = pool);
    beside = await enrol(db);
    there = await enrol(db, 'S2');
    key = await insertKey(db, 'crm', ['customers', 'actions']);
  });

  const ask = <T>(method: string, path: string, body?: object, token = key) =>
    askJson<T & { readonly error?: { readonly code: string } }>(server.url, token, method, path, body);
  const send = (register: Enrolled, ...changes: TillChange[]) =>
    ask<CustomerChangesTaken>('POST', 'customers/changes', { changes }, register.token);
  const lookUp = async (register: Enrolled, text: string) =>
    (await ask<{ items: Customer[] }>('POST', 'customers/look-up', { text }, register.token)).answer.items.map(({ id }) => id);
  const change = (fields: OfficeFields, id = 'C1') => ask<Customer>('POST', `customers/${id}/changes`, { fields });
  const sell = (register: Enrolled, customerId: string | null = 'C1') => {
    const sale = { ...soldOf([cartLineOf()]), receiptNumber: register.journal.nextReceiptNumber, customerId };
    return push(db, register, [register.journal.record(saleCompleted.request(sale))]);
  };
  const hear = (register: Enrolled, given: boolean, envelope: Partial<Operation>, replaces: string | null = null) => {
    const payload = { customerId: 'C1', purpose: 'marketing_email' as const, given, wording: 1, language: 'en', replaces };
    return push(db, register, [register.journal.record(customerConsentRecorded.request(payload), envelope)]);
  };
  const agree = (register: Enrolled, given: boolean, second: number) => hear(register, given, { at: at(second) });

  it('made at a till are held by all registers of its store, and by no other', async () => {
    const { answer } = await send(here, said(ONE));
    const replica = await pullAll(db, beside);
    expect(heldBy(replica, beside)).toMatchObject({ ...ONE, id: 'C1' });
    expect(replica.checkpoint['store:S1']).toBe(answer.reached['store:S1']);
    expect(heldBy(await pullAll(db, there), there)).toBeUndefined();
  });

  it('[J3] the same change again, by any road, changes nothing', async () => {
    await send(here, said(ONE));
    const once = await pullAll(db, here);
    const again = await send(here, said(ONE), said(ONE));
    expect(again.status).toBe(200);
    const twice = await pullAll(db, here, { ...once, seen: [] });
    expect(twice.seen).toEqual([]);
    expect(again.answer.reached['store:S1']).toBe(twice.checkpoint['store:S1']);
  });

  it('as many changes as a till sends at once are taken, however long they are', async () => {
    const long = { name: 'ä'.repeat(200), address: 'ä'.repeat(500), notes: 'ä'.repeat(2000), emails: [`${'a'.repeat(300)}@example.com`] };
    const all = Array.from({ length: MOST_CHANGES }, (_, n) => said(long, 1, `L${n}`));
    expect((await send(here, ...all)).status).toBe(200);
    expect((await send(here, ...all, said(long, 1, 'ONE-MORE'))).status).toBe(400);
  });

  it('two registers that changed one customer offline keep the newest word of each field, whoever comes first', async () => {
    const fromHere = [said(ONE, 1), said({ name: 'Sample Customer One' }, 5)];
    const fromThere = [said({ notes: 'Size 42', name: 'Wrong' }, 3)];
    for (const [first, second, id] of [
      [fromHere, fromThere, 'C1'],
      [fromThere, fromHere, 'C2'],
    ] as const) {
      const about = (changes: readonly TillChange[]) => changes.map((one) => ({ ...one, customerId: id }));
      await send(here, ...about(first));
      await send(there, ...about(second));
      const kept = { ...ONE, name: 'Sample Customer One', notes: 'Size 42', id };
      expect(heldBy(await pullAll(db, here), here, id)).toMatchObject(kept);
      expect(heldBy(await pullAll(db, there), there, id)).toMatchObject(kept);
    }
  });

  it('[J3] changes of several registers at once come to the same in any order', async () => {
    const changes = [0, 1, 2, 3, 4, 5].map((n) => said(n % 2 === 0 ? { name: `N${n}` } : { notes: `N${n}` }, 10 - n, 'C9'));
    const [last] = fc.sample(fc.shuffledSubarray(changes, { minLength: changes.length }), { numRuns: 1, seed: 7 });
    await Promise.all([...(last ?? []), ...changes].map((one, n) => takeTillChanges(db, n % 2 === 0 ? 'S1' : 'S2', [one])));
    expect(heldBy(await pullAll(db, there), there, 'C9')).toMatchObject({ name: 'N0', notes: 'N1' });
  });

  it('a sale may come before the profile: nothing fails, and nothing is lost', async () => {
    expect(await sell(here)).toMatchObject([{ outcome: 'applied' }]);
    const before = await pullAll(db, beside);
    expect(heldBy(before, beside)).toBeUndefined();
    // The profile was made elsewhere, on a till that is back only now.
    await send(there, said(ONE));
    expect(heldBy(await pullAll(db, beside, before), beside)).toMatchObject(ONE);
    expect((await auditPool(db)).flatMap(({ violations }) => violations)).toEqual([]);
  });

  it('are held where they buy from then on', async () => {
    await send(here, said(ONE));
    await sell(there);
    expect(heldBy(await pullAll(db, there), there)).toMatchObject(ONE);
    await send(here, said({ notes: 'Size 42' }, 2));
    expect(heldBy(await pullAll(db, there), there)).toMatchObject({ notes: 'Size 42' });
  });

  it('[A1] a change without fields makes no customer, and lets the store hold one who is known', async () => {
    expect((await send(there, said({}))).answer).toMatchObject({ erased: [] });
    expect((await change({ name: 'By the office' })).status).toBe(200);
    expect(heldBy(await pullAll(db, there), there)).toMatchObject({ name: 'By the office' });
    expect((await ask<CustomerDetail>('GET', 'customers/C1')).answer.stores).toEqual([{ id: 'S2', name: expect.any(String) }]);
  });

  it.each([
    ['a part of the name', 'custom'],
    ['words in any order', 'one sample'],
    ['a phone number without its country', '555-010-0001'],
    ['the end of it', '100001'],
    ['a mail address', 'ONE@example'],
    ['the card', 'l100001'],
  ])('are found from another store by %s', async (_how, text) => {
    await send(here, said(ONE), said({ name: 'Nobody else' }, 1, 'C2'));
    expect(await lookUp(there, text)).toEqual(['C1']);
  });

  it.each(['nobody', '%%%', '___', '99999'])('are not found by %j', async (text) => {
    await send(here, said(ONE));
    expect(await lookUp(there, text)).toEqual([]);
  });

  it('[A1] a register that looks up more people than come is stopped', async () => {
    for (let n = 0; n < 120; n += 1) await lookUp(here, 'nobody');
    const { status, answer } = await ask('POST', 'customers/look-up', { text: 'nobody' }, here.token);
    expect([status, answer.error?.code]).toEqual([429, 'too_many_attempts']);
  });

  it('[A1] a register that lets its store serve more people than come is stopped, and its own are free', async () => {
    const ids = Array.from({ length: 121 }, (_, n) => `E${n}`);
    const sent = async (register: Enrolled, fields: TillChange['fields'], some: readonly string[]) => {
      const { status, answer } = await send(register, ...some.map((id) => said(fields, 1, id)));
      return [status, answer.error?.code];
    };
    for (const from of [0, 50, 100]) expect(await sent(here, { name: 'Sample' }, ids.slice(from, from + 50))).toEqual([200, undefined]);
    for (const from of [0, 50]) expect(await sent(there, {}, ids.slice(from, from + 50))).toEqual([200, undefined]);
    // Those that the store serves are free as well, and a refused batch serves nobody and costs nothing.
    expect(await sent(there, {}, ids.slice(0, 50))).toEqual([200, undefined]);
    expect(await sent(there, {}, ids.slice(100))).toEqual([429, 'too_many_attempts']);
    expect(heldBy(await pullAll(db, there), there, 'E100')).toBeUndefined();
    expect(await sent(there, { name: 'Sample' }, ['OWN'])).toEqual([200, undefined]);
    expect(heldBy(await pullAll(db, there), there, 'OWN')).toBeDefined();
  });

  it.each([
    ['groups', ['vip']],
    ['taxExemption', { certificate: 'EX-1' }],
    ['phones', ['12']],
  ])('[A1] a till may not say %s of %j', async (field, value) => {
    const { status, answer } = await send(here, said({ [field]: value } as never));
    expect([status, answer.error?.code]).toEqual([400, 'bad_request']);
  });

  it('the head office says groups and exemption, and its word is the newest, whatever the clock of a till', async () => {
    await send(here, { ...said(ONE), at: '2099-01-01T00:00:00.000Z' });
    const taxExemption = { certificate: 'EX-1', validUntil: '2026-12-31', taxes: [] };
    const { answer } = await change({ name: 'Renamed', groups: ['trade'], taxExemption });
    expect(answer).toMatchObject({ name: 'Renamed', groups: ['trade'], taxExemption });
    expect(heldBy(await pullAll(db, here), here)).toMatchObject({
      name: 'Renamed',
      taxExemption: { certificate: 'EX-1', validUntil: '2026-12-31' },
    });
    const { answer: log } = await ask<{ items: { action: string; subject: string }[] }>('GET', 'actions');
    expect(JSON.stringify(log)).toContain('customer.change');
    expect(JSON.stringify(log)).not.toContain('Renamed');
  });

  it('pages for the head office name each once, and who may be the same person is proposed', async () => {
    const more = Array.from({ length: 5 }, (_, n) => said({ name: `Sample ${n % 2}` }, 1, `D${n}`));
    await send(here, said(ONE), said({ name: 'Sample again', phones: ['555 010 0002'] }, 1, 'C2'), ...more);
    const seen: string[] = [];
    for (let after: string | undefined; ; ) {
      const { answer }: { answer: CustomerPage } = await ask<CustomerPage>('POST', 'customers/find', { limit: 2, ...(after && { after }) });
      seen.push(...answer.items.map(({ id }) => id));
      if (answer.next === null) break;
      after = answer.next;
    }
    expect(seen).toEqual(['D0', 'D2', 'D4', 'D1', 'D3', 'C2', 'C1']);
    expect((await ask<CustomerDetail>('GET', 'customers/C1')).answer.alike.map(({ id }) => id)).toEqual([]);
    await send(here, said({ phones: ['+1 555 010 0001', '5550100001'] }, 2, 'C2'));
    expect((await ask<CustomerDetail>('GET', 'customers/C1')).answer.alike.map(({ id }) => id)).toEqual(['C2']);
    expect((await ask('GET', 'customers/NOBODY')).status).toBe(404);
  });

  it('consents reach every store that holds the customer, the newest word counts, and the journal proves them', async () => {
    await send(here, said(ONE));
    await sell(there);
    await agree(there, false, 9);
    await agree(here, true, 3);
    const told = { marketing_email: { given: false, at: at(9) } };
    expect(heldBy(await pullAll(db, here), here)?.consents).toEqual(told);
    const replica = await pullAll(db, there);
    expect(heldBy(replica, there)?.consents).toEqual(told);
    expect(replica.documents.get(`store:S2 customer_consent ${consentId('S2', 'C1', 'marketing_email')}`)).toMatchObject({ given: false });
  });

  const IN_2015 = '2015-01-01T00:00:00.000Z';
  it.each([
    ['with the clock of the server', { at: IN_2015, clockOffsetMs: Date.parse(at(9)) - Date.parse(IN_2015) }, null],
    ['after the word that its till knew', { at: IN_2015, clockOffsetMs: null }, at(3)],
  ])('[A2] a consent that is withdrawn at a till whose clock is in 2015 is withdrawn everywhere: %s', async (_how, heardAt, replaces) => {
    await send(here, said(ONE));
    await agree(here, true, 3);
    await sell(there);
    for (const register of [here, there]) {
      expect(await hear(register, false, heardAt, replaces)).toMatchObject([{ outcome: 'applied' }]);
      expect(heldBy(await pullAll(db, there), there)?.consents.marketing_email?.given).toBe(false);
    }
  });

  it.each([BEFORE_ALL_CALENDARS, '9999-12-31T23:59:59.999Z'])('[J6] a consent said at %s fails no pull', async (when) => {
    await send(here, said(ONE));
    await sell(there);
    for (const clockOffsetMs of [Number.MIN_SAFE_INTEGER, 0, Number.MAX_SAFE_INTEGER]) await hear(here, true, { at: when, clockOffsetMs });
    expect(heldBy(await pullAll(db, there), there)?.consents.marketing_email?.given).toBe(true);
    expect((await ask<CustomerDetail>('GET', 'customers/C1')).status).toBe(200);
  });

  it.each(['2099-01-01T00:00:00.000Z', '9999-12-31T23:59:59.999Z'])(
    'what the head office hears counts after a till at %s',
    async (when) => {
      await send(here, said(ONE));
      await hear(here, true, { at: when });
      const consent = { operationId: uuidv7(), purpose: 'marketing_email', given: false };
      expect((await ask<Customer>('POST', 'customers/C1/consents', consent)).answer.consents.marketing_email?.given).toBe(false);
      expect(heldBy(await pullAll(db, here), here)?.consents.marketing_email?.given).toBe(false);
    },
  );

  it('[J3] a consent that the head office hears is recorded once, in a store that serves the customer', async () => {
    const consent = { operationId: uuidv7(), purpose: 'marketing_email', given: true };
    expect((await ask('POST', 'customers/C1/consents', consent)).answer.error?.code).toBe('unknown_customer');
    await change(ONE);
    expect((await ask('POST', 'customers/C1/consents', consent)).answer.error?.code).toBe('served_nowhere');
    await sell(here);
    for (const _again of [1, 2]) {
      const { answer } = await ask<Customer>('POST', 'customers/C1/consents', consent);
      expect(answer.consents.marketing_email?.given).toBe(true);
    }
    expect((await ask('POST', 'customers/C1/consents', { ...consent, given: false })).answer.error?.code).toBe('id_reused');
    const rows = await db.selectFrom('operations').select('id').where('type', '=', customerConsentRecorded.type).execute();
    expect(rows).toHaveLength(1);
    expect((await auditPool(db)).flatMap(({ violations }) => violations)).toEqual([]);
  });

  it('what they bought and brought back in all stores is read by a register', async () => {
    await send(here, said(ONE));
    await sell(here);
    await sell(here, null);
    await sell(there);
    const { receiptNumber, tenders, lines } = { ...soldOf([cartLineOf()]), receiptNumber: `${here.prefix}-000001` };
    const back = returnGoods({
      receiptNumber: there.journal.nextReceiptNumber,
      origin: { kind: 'sale', receiptNumber },
      currency: 'USD',
      choices: returnableOfSale(saleOf([cartLineOf()])).map((line) => ({ line, quantity: 1, disposition: 'restock' })),
      paid: { tenders, refundedTo: null, customerId: 'C1' },
    });
    if (!back.ok) throw new Error(back.refusal);
    expect(await push(db, there, [there.journal.record(goodsReturned.request(back.value))])).toMatchObject([{ outcome: 'applied' }]);
    const { answer } = await ask<CustomerPurchases>('GET', 'customers/C1/purchases', undefined, here.token);
    expect(answer.items.map(({ kind, receiptNumber }) => [kind, receiptNumber]).sort()).toEqual(
      [
        ['return', `${there.prefix}-000002`],
        ['sale', `${here.prefix}-000001`],
        ['sale', `${there.prefix}-000001`],
      ].sort(),
    );
    expect(answer.items.map((one) => one.lines[0]?.name)).toEqual(Array.from({ length: 3 }, () => lines[0]?.name));
  });

  it('[A2] an erased customer leaves all registers, and no till that comes back brings them back', async () => {
    await send(here, said(ONE));
    await sell(there);
    await agree(there, true, 2);
    const replicas = [await pullAll(db, here), await pullAll(db, there)] as const;
    const query = { email: 'one@example.com' };
    const { report } = await findPerson(db, query);
    expect(report.customers).toMatchObject([{ id: 'C1', ...ONE }]);
    expect(await erasePerson(db, query, report.code, actorNamed('test'))).toMatchObject({ ok: true, value: { customers: 1 } });

    const late = await send(beside, said({ name: ONE.name, notes: 'from a till that was offline' }, 60));
    expect(late.answer.erased).toEqual(['C1']);
    expect(await sell(here)).toMatchObject([{ outcome: 'applied' }]);
    await agree(here, false, 70);
    expect((await change({ name: ONE.name })).answer.error?.code).toBe('customer_erased');
    expect(heldBy(await pullAll(db, here, replicas[0]), here)).toBeUndefined();
    expect(heldBy(await pullAll(db, there, replicas[1]), there)).toBeUndefined();
    expect(await lookUp(there, 'sample')).toEqual([]);
    expect(await db.selectFrom('customer_keys').selectAll().execute()).toEqual([]);
    const [row] = await db.selectFrom('customers').select('body').execute();
    expect(JSON.stringify(row)).not.toMatch(/Sample|555|example|L-100001/);
    // Who asked for their consent, and when, can still be proven.
    const proof = await db.selectFrom('operations').select('id').where('type', '=', customerConsentRecorded.type).execute();
    expect(proof).toHaveLength(2);
    const again = (await findPerson(db, query)).report;
    expect(await erasePerson(db, query, again.code, actorNamed('test'))).toMatchObject({ refusal: { code: 'nobody_found' } });
  });

  it('[A2] erasing takes out what tells them apart, and leaves what others have as well', async () => {
    await send(here, said({ ...ONE, cardNumber: '40012', address: '99 Nowhere Lane\n10115 Berlin' }));
    const change = { level: 'company', id: COMPANY, value: { header: ['99 Nowhere Lane', '10115 Berlin'], footer: [] } } as const;
    expect(await saveSetting(db, receiptText, change, actorNamed('test'))).toMatchObject({ ok: true });
    const sale = { ...soldOf([{ ...cartLineOf(), sku: '40012' }]), receiptNumber: here.journal.nextReceiptNumber, customerId: 'C1' };
    await push(db, here, [here.journal.record(saleCompleted.request(sale))]);
    const query = { customer: 'C1' };
    const { report } = await findPerson(db, query);
    expect(report.mentions).toEqual([]);
    expect(await erasePerson(db, query, report.code, actorNamed('test'))).toMatchObject({ ok: true, value: { customers: 1, mentions: 0 } });
    const kept = await sql<{ body: string }>`select body::text as body from documents where kind = 'company_settings'
      union all select body::text from sales union all select body::text from operations`.execute(db);
    expect(kept.rows.map(({ body }) => /10115 Berlin|"40012"/.test(body))).toEqual([true, true, true]);
    const [own] = await db.selectFrom('customers').select('body').execute();
    expect(JSON.stringify(own)).not.toMatch(/40012|Nowhere|Berlin/);
    expect((await auditPool(db)).flatMap(({ violations }) => violations)).toEqual([]);
  });

  it.each([
    ['by phone, however it is written', { phone: '15550100001' }, 1],
    ['by name, in any case', { name: 'sample customer-one' }, 1],
    ['by id', { customer: 'C1' }, 1],
    ['but nobody by a phone without a digit', { phone: '---' }, 0],
    ['nor by a part of a number', { phone: '0100001' }, 0],
  ])('[A2] is found %s', async (_how, query, count) => {
    await send(here, said(ONE));
    expect((await findPerson(db, query)).report.customers).toHaveLength(count);
  });
});
