import { readFileSync } from 'node:fs';

function read(version: number, name: string): string {
  return readFileSync(new URL(`../fixtures/version-${version}/${name}`, import.meta.url), 'utf8');
}

function lines<T>(version: number, name: string): T[] {
  return read(version, name)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

export interface OldOperation {
  readonly id: string;
  readonly version: number;
  readonly type: string;
  readonly registerId: string;
  readonly seq: number;
  readonly prevHash: string;
  readonly hash: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** What a version left behind: a register that was cut off, and the pool at that moment. See the READMEs of the fixtures. */
export interface OldVersion {
  readonly version: number;
  /** The last migration of its database. */
  readonly lastMigration: string;
  readonly journal: readonly OldOperation[];
  readonly replica: readonly { id: string; body: string }[];
  readonly register: {
    readonly identity: { readonly registerId: string; readonly storeId: string; readonly storeName: string; readonly prefix: string };
    readonly token: string;
    readonly seen: { readonly stock: Record<string, unknown>; readonly orders: Record<string, unknown>; readonly openShift: unknown };
  };
  /** The rows of its database, by table. */
  readonly pool: Record<string, readonly Record<string, unknown>[]>;
  /** What its server made of the pending operations. */
  readonly poolAfter: Record<string, readonly unknown[]>;
}

function load(version: number, lastMigration: string): OldVersion {
  return {
    version,
    lastMigration,
    journal: lines(version, 'journal.jsonl'),
    replica: lines(version, 'replica.jsonl'),
    register: JSON.parse(read(version, 'register.json')) as OldVersion['register'],
    pool: JSON.parse(read(version, 'pool.json')) as OldVersion['pool'],
    poolAfter: JSON.parse(read(version, 'pool-after.json')) as OldVersion['poolAfter'],
  };
}

/** One request and its answer. */
export interface Version1Exchange {
  readonly method: string;
  readonly path: string;
  readonly request: unknown;
  readonly status: number;
  readonly response: unknown;
}

export const version1 = {
  ...load(1, '0001-first'),
  wire: lines<Version1Exchange>(1, 'wire.jsonl'),
  schemas: JSON.parse(read(1, 'schemas.json')) as Readonly<Record<'operation' | 'protocol', Record<string, unknown>>>,
};

export const version2 = load(2, '0012-flat-looks');

export const OLD_VERSIONS: readonly OldVersion[] = [version1, version2];
