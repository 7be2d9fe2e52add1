import { readFileSync } from 'node:fs';

function read(name: string): string {
  return readFileSync(new URL(`../fixtures/version-1/${name}`, import.meta.url), 'utf8');
}

function lines<T>(name: string): T[] {
  return read(name)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as T);
}

export interface Version1Operation {
  readonly id: string;
  readonly version: 1;
  readonly type: string;
  readonly registerId: string;
  readonly seq: number;
  readonly prevHash: string;
  readonly hash: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** One request and its answer. */
export interface Version1Exchange {
  readonly method: string;
  readonly path: string;
  readonly request: unknown;
  readonly status: number;
  readonly response: unknown;
}

/** What version 1 wrote, as it stands in test/fixtures/version-1: see the README there. */
export const version1 = {
  journal: lines<Version1Operation>('journal.jsonl'),
  replica: lines<{ id: string; body: string }>('replica.jsonl'),
  wire: lines<Version1Exchange>('wire.jsonl'),
  register: JSON.parse(read('register.json')) as {
    readonly identity: { readonly registerId: string; readonly storeId: string; readonly storeName: string; readonly prefix: string };
    readonly token: string;
    readonly seen: { readonly stock: Record<string, unknown>; readonly orders: Record<string, unknown>; readonly openShift: unknown };
  },
  pool: JSON.parse(read('pool.json')) as Record<string, readonly Record<string, unknown>[]>,
  schemas: JSON.parse(read('schemas.json')) as Readonly<Record<'operation' | 'protocol', Record<string, unknown>>>,
  poolAfter: JSON.parse(read('pool-after.json')) as Record<string, readonly unknown[]>,
};
