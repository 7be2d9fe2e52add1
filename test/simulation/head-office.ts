import { type PermissionTable, roles } from '../../domain/permissions/roles.ts';
import { withdrawRegister } from '../../sync-server/access/registers.ts';
import type { Db } from '../../sync-server/db/database.ts';
import { saveSetting } from '../../sync-server/settings/write-setting.ts';
import { actorNamed } from '../support/actor.ts';
import type { Books } from './books.ts';
import type { Chance } from './chance.ts';
import { TABLES } from './staff.ts';

const OFFICE = actorNamed('simulation');

/** What the head office does in a world: it says what roles may do, and shuts registers out. */
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
