import { describe, expect, it } from 'vitest';
import type { RunningServer } from '../../sync-server/main.ts';
import { databases } from './support/databases.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

type Paths = Record<string, Record<string, { readonly tags?: readonly string[]; readonly security?: readonly object[] }>>;

/** Where a reader looks for an address. */
const HEADINGS = {
  sync: ['get /v1/events', 'get /v1/journal', 'post /v1/forks', 'post /v1/operations', 'post /v1/operations/carried', 'post /v1/pull'],
  registers: ['post /v1/registers/codes', 'post /v1/registers/enrol', 'post /v1/registers/key'],
  stock: ['get /v1/availability'],
  orders: ['get /v1/orders/{number}', 'post /v1/orders', 'post /v1/orders/{number}/cancel'],
  health: ['get /healthz', 'get /readyz'],
};

describe.each(databases)('the description of the API on %s', (_name, open) => {
  let server: RunningServer;
  useSyncServer(open, (pool) => {
    ({ server } = pool);
  });

  it('files each address under one heading, and says which need no token', async () => {
    const { paths } = (await (await fetch(`${server.url}/docs/json`)).json()) as { paths: Paths };
    const described = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { tags = [], security }]) => ({ address: `${method} ${path}`, tags, security })),
    );
    for (const { address, tags } of described) expect([address, tags]).toEqual([address, [expect.stringMatching(/./)]]);
    for (const [heading, addresses] of Object.entries(HEADINGS)) {
      const filed = described.filter(({ tags }) => tags.includes(heading)).map(({ address }) => address);
      expect(filed).toEqual(expect.arrayContaining(addresses));
    }
    const open = described.filter(({ security }) => security === undefined).map(({ address }) => address);
    expect(open.sort()).toEqual(['get /healthz', 'get /readyz', 'post /v1/office/sign-in', 'post /v1/registers/enrol']);
  });
});
