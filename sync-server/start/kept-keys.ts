import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { SCOPE_SETS } from '../../domain/access/scopes.ts';
import type { Db } from '../db/database.ts';
import { makeEnrolmentCode } from '../registers/enrol-register.ts';
import { replaceFile } from '../base/replace-file.ts';
import { hashSecret, newToken, normalizeCode } from '../base/secrets.ts';

/** What the data folder keeps in the clear, because the database only holds hashes. */
const keptKeys = z.object({
  /** The API key of the web shop. */
  apiKey: z.string().optional(),
  /** The API key of the head office. */
  officeKey: z.string().optional(),
  /** The user of the sample's head office. The salt tells whether the password has been changed since. */
  officeUser: z.object({ name: z.string(), password: z.string(), salt: z.string() }).optional(),
  /** The newest register code by store. */
  registerCodes: z.record(z.string(), z.string()).default({}),
  /** PINs of managers that were made because a store had nobody, by store. */
  pins: z.record(z.string(), z.string()).default({}),
});

export type KeptKeys = z.infer<typeof keptKeys>;

/** Reads the kept keys; a file that is missing or torn counts as empty. */
export async function readKeptKeys(file: string): Promise<KeptKeys> {
  try {
    return keptKeys.parse(JSON.parse(await readFile(file, 'utf8')));
  } catch {
    return keptKeys.parse({});
  }
}

/** Writes the kept keys so that only their owner can read them. */
export function writeKeptKeys(file: string, keys: KeptKeys): Promise<void> {
  return replaceFile(file, `${JSON.stringify(keys, null, 2)}\n`);
}

/** The API keys of the web shop and the head office: the kept ones where there are any, else new ones; the database knows them after it. */
export async function ensureApiKeys(db: Db, keys: KeptKeys): Promise<{ readonly apiKey: string; readonly officeKey: string }> {
  const withdrawn = await db.selectFrom('api_keys').select('key_hash').where('withdrawn_at', 'is not', null).execute();
  const still = (key: string | undefined): string | undefined =>
    key === undefined || withdrawn.some((row) => row.key_hash === hashSecret(key)) ? undefined : key;
  keys.apiKey = still(keys.apiKey) ?? newToken('key');
  keys.officeKey = still(keys.officeKey) ?? newToken('key');
  const { apiKey, officeKey } = keys;
  await db
    .insertInto('api_keys')
    .values([
      { key_hash: hashSecret(apiKey), name: 'web shop', scopes: JSON.stringify(SCOPE_SETS.web_shop) },
      { key_hash: hashSecret(officeKey), name: 'head office', scopes: JSON.stringify(SCOPE_SETS.everything) },
    ])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  return { apiKey, officeKey };
}

/** A register code that can still be used: the kept one while nobody has used it, else a new one. */
export async function ensureRegisterCode(db: Db, keys: KeptKeys, storeId: string): Promise<string> {
  const kept = keys.registerCodes[storeId];
  if (kept !== undefined) {
    const row = await db
      .selectFrom('enrolment_codes')
      .select('store_id')
      .where('code_hash', '=', hashSecret(normalizeCode(kept)))
      .where('used_by', 'is', null)
      .where('expires_at', '>', new Date(Date.now() + 3_600_000))
      .executeTakeFirst();
    if (row?.store_id === storeId) return kept;
  }
  const made = await makeEnrolmentCode(db, storeId);
  if (!made.ok) throw new Error(`There is no store ${storeId}.`);
  keys.registerCodes[storeId] = made.value.code;
  return made.value.code;
}
