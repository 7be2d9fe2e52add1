import { afterEach, describe, expect, it, vi } from 'vitest';
import { customerConsentRecorded } from '../../domain/customers/consent.ts';
import type { TillFields } from '../../domain/customers/change-customer.ts';
import { accept } from '../../domain/base/result.ts';
import { saleCompleted } from '../../domain/sale/operations.ts';
import { ServerRefused, ServerUnreachable } from '../../src-renderer/base/http-client.ts';
import { customerOf } from '../../src-renderer/kit/customer-services.ts';
import { type RunningRegister, startRegister } from '../../src-renderer/register/register.ts';
import { deviceNotes } from '../../src-renderer/storage/device-notes.ts';
import { type ServerClient, serverClient } from '../../src-renderer/sync/server-client.ts';
import type { Db } from '../../sync-server/db/database.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { erasePerson } from '../../sync-server/retention/erase-person.ts';
import { findPerson } from '../../sync-server/retention/find-person.ts';
import { actorNamed } from '../support/actor.ts';
import { cartLineOf, soldOf } from '../support/examples.ts';
import { type MemoryDisk, memoryDisk, type OpenDatabases } from '../support/memory-databases.ts';
import { databases } from './support/databases.ts';
import { type Enrolled, enrol } from './support/sync-pool.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

const NAME = 'Sample customer 1';

/** A register on its disk, with a cable that can be cut. */
class Till {
  readonly disk: MemoryDisk = memoryDisk();
  isOnline = true;
  private opened: OpenDatabases | null = null;
  private running: RunningRegister | null = null;
  /** Whether the server says that it does not understand what is said of customers. */
  isMisunderstood = false;
  private enrolled: Enrolled;
  private readonly url: string;

  constructor(enrolled: Enrolled, url: string) {
    this.enrolled = enrolled;
    this.url = url;
  }

  get services() {
    return this.running?.services ?? expect.fail('The register is not running.');
  }

  private client(): ServerClient {
    const real = serverClient(this.url, this.enrolled.token);
    const through =
      <A extends unknown[], R>(call: (...args: A) => Promise<R>) =>
      (...args: A): Promise<R> =>
        this.isOnline ? call(...args) : Promise.reject(new ServerUnreachable('The cable is cut.'));
    const { push, pull, openEvents, saveCustomers, lookUpCustomers, customerPurchases } = real;
    return {
      ...real,
      push: through(push),
      pull: through(pull),
      openEvents: through(openEvents),
      saveCustomers: (changes) =>
        this.isMisunderstood
          ? Promise.reject(new ServerRefused(400, 'bad_request', 'It is not understood.'))
          : through(saveCustomers)(changes),
      lookUpCustomers: through(lookUpCustomers),
      customerPurchases: through(customerPurchases),
    };
  }

  async start(): Promise<void> {
    const { registerId, storeId, prefix } = this.enrolled;
    this.opened = await this.disk.open(registerId);
    this.running = await startRegister({
      identity: { registerId, storeId, storeName: 'Store', prefix },
      journal: this.opened.journal,
      replica: this.opened.replica,
      notes: deviceNotes(this.opened.device, () => undefined),
      client: this.client(),
      mirror: () => undefined,
      onError: () => undefined,
      now: () => Date.now(),
      random: () => 0,
    });
  }

  async stop(): Promise<void> {
    this.running?.stop();
    this.running = null;
    await this.opened?.close();
    this.opened = null;
  }

  /** The device is set up as a new register. */
  async enrolAs(enrolled: Enrolled): Promise<void> {
    await this.stop();
    this.enrolled = enrolled;
    await this.start();
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** The cable is back. */
  mend(): void {
    this.isOnline = true;
    this.services.syncNow();
  }

  find(id = 'C1') {
    return customerOf(this.services.customers.state.getState(), id);
  }

  async say(fields: TillFields, id = 'C1'): Promise<void> {
    expect(await this.services.customers.save(id, fields)).toEqual({ ok: true, value: null });
  }

  sell(customerId = 'C1') {
    return this.services.record(({ nextReceiptNumber }) =>
      accept(saleCompleted.request({ ...soldOf([cartLineOf()]), receiptNumber: nextReceiptNumber, customerId })),
    );
  }
}

const until = (check: () => void | Promise<void>): Promise<void> => vi.waitFor(check, { timeout: 20_000, interval: 20 });

describe.each(databases)('customers at tills, on %s', (_name, open) => {
  let db: Db;
  let server: RunningServer;
  const tills: Till[] = [];
  useSyncServer(open, (pool) => {
    ({ db, server } = pool);
  });
  afterEach(async () => {
    for (const till of tills.splice(0)) await till.stop();
  });

  async function till(storeId = 'S1'): Promise<Till> {
    const one = new Till(await enrol(db, storeId), server.url);
    tills.push(one);
    await one.start();
    await until(() => expect(one.services.view.getState().complete).toBe(true));
    return one;
  }
  const isOnline = (one: Till) => until(() => expect(one.services.sync.getState().connection.status).toBe('online'));

  it('made offline, survive a restart, reach the server, and are found at another register', { timeout: 60_000 }, async () => {
    const [here, beside, there] = [await till(), await till(), await till('S2')];
    here.isOnline = false;
    await here.say({ name: NAME, phones: ['+1 555 010 0001'] });
    await here.sell();
    await here.restart();
    expect(here.find()).toMatchObject({ name: NAME });
    expect(here.services.customers.search('0100001')).toMatchObject([{ id: 'C1' }]);
    expect(await here.services.customers.purchases('C1')).toMatchObject({ from: 'device', items: [{ kind: 'sale' }] });

    here.mend();
    beside.services.syncNow();
    await until(() => {
      beside.services.syncNow();
      expect(beside.find()).toMatchObject({ name: NAME });
    });
    expect(there.find()).toBeUndefined();
    await isOnline(there);
    expect(await there.services.customers.lookUp('sample')).toMatchObject({ from: 'server', items: [{ id: 'C1' }] });
    expect(await there.services.customers.purchases('C1')).toMatchObject({ from: 'server', items: [{ kind: 'sale' }] });
  });

  it('[R3] never flicker: said here, they are shown as said until the replica says so too', { timeout: 60_000 }, async () => {
    const here = await till();
    await isOnline(here);
    const names: (string | undefined)[] = [];
    here.services.customers.state.subscribe((known) => names.push(customerOf(known, 'C1')?.name));
    await here.say({ name: NAME });
    await here.say({ name: 'Renamed' });
    const isSettled = () => expect(here.services.customers.state.getState().changed.size).toBe(0);
    await until(() => {
      expect(here.services.customers.state.getState().told.get('C1')?.name).toBe('Renamed');
      isSettled();
    });
    expect(names.filter((name) => name === undefined)).toEqual([]);
    expect(names.slice(names.indexOf('Renamed')).filter((name) => name !== 'Renamed')).toEqual([]);
    await here.restart();
    isSettled();
    expect(here.find()?.name).toBe('Renamed');
  });

  it('two registers that change one customer offline come to the same, field by field', { timeout: 60_000 }, async () => {
    const [here, there] = [await till(), await till()];
    await isOnline(here);
    await here.say({ name: NAME });
    await until(() => {
      there.services.syncNow();
      expect(there.find()).toMatchObject({ name: NAME });
    });
    [here.isOnline, there.isOnline] = [false, false];
    await here.say({ notes: 'Size 42', emails: ['one@example.com'] });
    await there.say({ notes: 'Size 43', cardNumber: 'L-100001' });
    there.mend();
    await until(() => expect(there.services.customers.state.getState().changed.size).toBe(0));
    here.mend();
    const told = (one: typeof here) => one.services.customers.state.getState().told.get('C1');
    await until(() => {
      for (const one of [here, there]) {
        one.services.syncNow();
        expect(told(one)).toMatchObject({ name: NAME, emails: ['one@example.com'], cardNumber: 'L-100001' });
      }
      // Which word is the newer is a matter of their clocks, which differ by what a measurement over a network is off.
      expect(['Size 42', 'Size 43']).toContain(told(here)?.notes);
      expect(told(there)?.notes).toBe(told(here)?.notes);
    });
  });

  it('of another store is held by this one from the moment they are served here', { timeout: 60_000 }, async () => {
    const [here, there] = [await till(), await till('S2')];
    await here.say({ name: NAME });
    await isOnline(there);
    await until(async () => expect((await there.services.customers.lookUp('sample')).items).toHaveLength(1));
    const [found] = (await there.services.customers.lookUp('sample')).items;
    await there.services.customers.serve(found ?? expect.fail('Nobody was found.'));
    there.isOnline = false;
    await there.restart();
    expect(there.find()).toMatchObject({ name: NAME });
    there.mend();
    await until(() => expect(there.services.customers.state.getState().told.get('C1')).toMatchObject({ name: NAME }));
    await until(() => expect(there.services.customers.state.getState().changed.size).toBe(0));
  });

  it('[A2] erased while a till was away: what it says then is not kept, here or there', { timeout: 60_000 }, async () => {
    const [here, beside] = [await till(), await till()];
    await here.say({ name: NAME });
    await until(() => {
      beside.services.syncNow();
      expect(beside.find()).toBeDefined();
    });
    beside.isOnline = false;
    await beside.say({ notes: 'Size 42' });
    const { report } = await findPerson(db, { customer: 'C1' });
    expect(await erasePerson(db, { customer: 'C1' }, report.code, actorNamed('test'))).toMatchObject({ ok: true });
    beside.mend();
    for (const one of [here, beside]) {
      await until(() => {
        one.services.syncNow();
        expect(one.find()).toBeUndefined();
      });
    }
    await beside.restart();
    expect(beside.find()).toBeUndefined();
  });

  it('what a register could not send is sent by the one that takes its place on the device', { timeout: 60_000 }, async () => {
    const [here, beside] = [await till(), await till()];
    here.isOnline = false;
    await here.say({ name: NAME });
    await here.enrolAs(await enrol(db, 'S1'));
    expect(here.find()).toMatchObject({ name: NAME });
    here.mend();
    await until(() => {
      beside.services.syncNow();
      expect(beside.find()).toMatchObject({ name: NAME });
    });
    await until(() => expect(here.services.customers.state.getState().changed.size).toBe(0));
  });

  it('what the server does not understand is shown, kept, sent again, or dropped', { timeout: 60_000 }, async () => {
    const here = await till();
    const { customers } = here.services;
    here.isMisunderstood = true;
    await here.say({ name: NAME });
    await here.say({ name: 'Sample customer 2' }, 'C2');
    await until(() => expect(customers.refused.getState()).toEqual(['C1', 'C2']));
    await here.restart();
    const again = here.services.customers;
    expect(again.refused.getState()).toEqual(['C1', 'C2']);
    expect(here.find()).toMatchObject({ name: NAME });
    await again.dropRefused('C2');
    expect([again.refused.getState(), here.find('C2')]).toEqual([['C1'], undefined]);
    here.isMisunderstood = false;
    await again.sendAgain();
    await until(() => expect(again.state.getState().told.get('C1')).toMatchObject({ name: NAME }));
    expect(again.refused.getState()).toEqual([]);
  });

  it('a consent is in the journal, and the other registers hear of it', { timeout: 60_000 }, async () => {
    const [here, beside] = [await till(), await till()];
    await here.say({ name: NAME });
    const payload = { customerId: 'C1', purpose: 'marketing_email' as const, given: true, wording: 1, language: 'en', replaces: null };
    expect(await here.services.record(() => accept(customerConsentRecorded.request(payload)))).toMatchObject({ ok: true });
    await until(() => {
      beside.services.syncNow();
      expect(beside.find()?.consents.marketing_email?.given).toBe(true);
    });
  });
});
