import { listRegisters } from '../access/registers.ts';
import type { Db } from '../db/database.ts';
import { PlainFailure } from './plain-failure.ts';

/** The id of a register that a person names by its id or its prefix. @throws PlainFailure where there is none. */
export async function registerNamed(db: Db, named: string): Promise<string> {
  const known = (await listRegisters(db)).find((one) => one.id === named || one.prefix === named.toUpperCase());
  if (known === undefined) throw new PlainFailure(`There is no register ${named}; npm run registers -- list shows all.`);
  return known.id;
}
