import { createPrivateKey, generateKeyPairSync, type JsonWebKey, sign } from 'node:crypto';
import { base32nopad } from '@scure/base';
import { sql } from 'kysely';
import { v7 as uuidv7 } from 'uuid';
import { shortCode } from '../../domain/base/short-code.ts';
import { type PickupKey, pickupKeyDocument } from '../../domain/fulfillment/pickup-key.ts';
import { bytesToSign, writeSignedCode } from '../../domain/fulfillment/signed-code.ts';
import type { ChangeItem } from '../changes/allocate-changes.ts';
import type { Db, Tx } from '../db/database.ts';

/** The key that signs now. */
export interface SigningKey {
  readonly id: string;
  readonly publicKey: string;
  /** The seed of RFC 8032, in base64url. */
  readonly privateKey: string;
}

/** The newest key that was not withdrawn; undefined where no pickup was ever ordered. */
export async function readSigningKey(db: Db | Tx): Promise<SigningKey | undefined> {
  const row = await db
    .selectFrom('pickup_keys')
    .select(['id', 'public_key', 'private_key'])
    .where('withdrawn_at', 'is', null)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? undefined : { id: row.id, publicKey: row.public_key, privateKey: row.private_key };
}

function told(keys: readonly PickupKey[], changeItems: ChangeItem[]): void {
  for (const { id } of keys) changeItems.push({ scope: 'all', kind: pickupKeyDocument.kind, id });
}

/** Makes a key that signs from now on, and tells the registers its public half. Older ones go on counting. */
export async function makePickupKey(tx: Tx, changeItems: ChangeItem[]): Promise<string> {
  const { x = '', d = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const key: PickupKey = {
    id: shortCode(uuidv7()),
    publicKey: base32nopad.encode(Buffer.from(x, 'base64url')),
    at: new Date().toISOString(),
    withdrawnAt: null,
  };
  await tx
    .insertInto('pickup_keys')
    .values({ id: key.id, public_key: key.publicKey, private_key: d, made_at: key.at, withdrawn_at: null })
    .execute();
  await sql`insert into documents (kind, id, body) values (${pickupKeyDocument.kind}, ${key.id}, ${JSON.stringify(key)}::jsonb)`.execute(
    tx,
  );
  told([key], changeItems);
  return key.id;
}

/** Has a key to sign with. Two transactions that make the first one at once make two, which does no harm: both count. */
export async function ensurePickupKey(tx: Tx, changeItems: ChangeItem[]): Promise<void> {
  if ((await readSigningKey(tx)) === undefined) await makePickupKey(tx, changeItems);
}

/** Has no code count any more that was signed before. @returns the keys that do not count from now on. */
export async function withdrawPickupKeys(tx: Tx, changeItems: ChangeItem[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update pickup_keys set withdrawn_at = now() where withdrawn_at is null returning id`.execute(tx);
  const ids = rows.map(({ id }) => id).sort();
  const { rows: documents } = await sql<{ body: PickupKey }>`
    update documents set body = body || ${JSON.stringify({ withdrawnAt: new Date().toISOString() })}::jsonb
    where kind = ${pickupKeyDocument.kind} and id = any(${ids}::text[]) returning body`.execute(tx);
  told(
    documents.map(({ body }) => body),
    changeItems,
  );
  return ids;
}

/** The text of the QR code with which the customer of an order shows that it is theirs to fetch. The same each time. */
export function signPickupCode({ id, publicKey, privateKey }: SigningKey, codeId: string, orderNumber: string): string {
  const x = Buffer.from(base32nopad.decode(publicKey)).toString('base64url');
  const jwk: JsonWebKey = { kty: 'OKP', crv: 'Ed25519', x, d: privateKey };
  const code = { keyId: id, codeId, orderNumber };
  return writeSignedCode(code, sign(null, bytesToSign(code), createPrivateKey({ key: jwk, format: 'jwk' })));
}
