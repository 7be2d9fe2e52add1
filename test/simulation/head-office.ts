import { v7 as uuidv7 } from 'uuid';
import { type PermissionTable, roles } from '../../domain/permissions/roles.ts';
import { withdrawRegister } from '../../sync-server/access/registers.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { saveSetting } from '../../sync-server/settings/write-setting.ts';
import { setAccountLimit } from '../../sync-server/stored-values/change-account.ts';
import { actorNamed } from '../support/actor.ts';
import type { Books } from './books.ts';
import type { Chance } from './chance.ts';
import { CURRENCY } from './goods.ts';
import { TABLES } from './staff.ts';

const OFFICE = actorNamed('simulation');
/** So few have an account that several tills often have the same one in hand. */
const ACCOUNTS = 2;
/** The stores that keep accounts: each has two tills. */
const KEPT_IN = ['S1', 'S2'];

/** What the head office does in a world: it says what roles may do, shuts registers out, and opens accounts. */
export class HeadOffice {
  private readonly db: Db;
  private readonly books: Books;

  constructor(db: Db, books: Books) {
    this.db = db;
    this.books = books;
  }

  /** Says something else about roles. */
  sayRoles(chance: Chance): Promise<void> {
    return this.say(chance.pick(TABLES));
  }

  /** Forbids the least role to sell. */
  forbidSelling(): Promise<void> {
    return this.say({ associate: { 'sale.complete': 'denied' } });
  }

  /** Opens the account of one of the first customers, or changes its limit. */
  async openAccount(chance: Chance): Promise<void> {
    const [storeId, limitMinor, place] = [chance.pick(KEPT_IN), chance.int(1, 4) * 1_000, chance.int(0, ACCOUNTS - 1)];
    const known = await this.db.selectFrom('customers').select('id').execute();
    const first = known.map(({ id }) => id).sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
    const customerId = first[place];
    if (customerId === undefined) return;
    const operationId = uuidv7();
    this.books.ofTheOffice.add(operationId);
    const set = await setAccountLimit(this.db, customerId, { operationId, storeId, currency: CURRENCY, limitMinor, note: '' }, OFFICE);
    if (!set.ok) throw new Error(`The account of ${customerId} was refused: ${set.refusal}`);
    this.books.limits.set(customerId, [...(this.books.limits.get(customerId) ?? []), limitMinor]);
  }

  /** Shuts a register out; it is enrolled anew at the next rest. */
  async withdraw(registerId: string): Promise<void> {
    if (this.books.isStopped(registerId)) return;
    this.books.withdrawn.set(registerId, Number.POSITIVE_INFINITY);
    await withdrawRegister(this.db, registerId, OFFICE);
    this.books.withdrawn.set(registerId, Date.now());
  }

  private say(table: PermissionTable): Promise<void> {
    const place = { level: 'company', id: 'company', value: table } as const;
    return this.books.sayRoles(table, () => saveSetting(this.db, roles, place, OFFICE));
  }
}
