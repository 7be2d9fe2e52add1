import { execFile } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { API_EXAMPLES } from '../../sync-server/pages/api-examples.ts';
import type { RunningServer } from '../../sync-server/main.ts';
import { databases } from './support/databases.ts';
import { useSyncServer } from './support/use-sync-pool.ts';

interface Answer {
  readonly content?: Record<string, { readonly schema: { readonly $ref?: string } }>;
}
interface Operation {
  readonly tags?: readonly string[];
  readonly security?: readonly object[];
  readonly operationId?: string;
  readonly requestBody?: Answer;
  readonly responses: Record<string, Answer>;
}
type Schema = Record<string, unknown> & { readonly properties?: Record<string, { readonly description?: string }> };
interface Document {
  readonly openapi: string;
  readonly paths: Record<string, Record<string, Operation>>;
  readonly components: { readonly schemas: Record<string, Schema> };
}

/** Where a reader looks for an address. */
const HEADINGS = {
  sync: ['get /v1/events', 'get /v1/journal', 'post /v1/forks', 'post /v1/operations', 'post /v1/operations/carried', 'post /v1/pull'],
  registers: ['post /v1/registers/codes', 'post /v1/registers/enrol', 'post /v1/registers/key'],
  stock: ['get /v1/availability'],
  orders: ['get /v1/orders/{number}', 'post /v1/orders', 'post /v1/orders/{number}/cancel'],
  health: ['get /healthz', 'get /readyz'],
};
const ERROR = '#/components/schemas/Error';
const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const run = promisify(execFile);

/** A program that a channel writes against the generated types. */
const CALLER = `
import type { components, operations } from './api';
export const order: components['schemas']['OrderRequest'] = {
  number: 'W-1', placedAt: '2026-03-02T09:30:00-05:00', currency: 'USD', customer: { name: 'Ada Kent' },
  fulfillment: { kind: 'pickup', storeId: 'NYC1', pickupCode: '5309' },
  lines: [{ sku: '100004', quantity: 1, unitPrice: { minor: 4289, currency: 'USD' }, totalMinor: 4670, taxMinor: 381 }],
};
export function faults(answer: operations['placeOrder']['responses']['422']['content']['application/json']): string[] {
  return (answer.errors ?? [answer.error]).map(({ field }) => field ?? '');
}
// @ts-expect-error an order has lines
export const none: components['schemas']['OrderRequest'] = { number: 'W-1' };
`;

describe('the description of the API', () => {
  // It is the same on every database.
  const [, open] = databases[0] ?? [];
  if (open === undefined) throw new Error('There is no database.');
  let server: RunningServer;
  let folder = '';
  useSyncServer(open, (pool) => {
    ({ server } = pool);
  });
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'outpost-api-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const read = async () => {
    const response = await fetch(`${server.url}/docs/json`);
    expect(response.status).toBe(200);
    return (await response.json()) as Document;
  };
  const operationsIn = ({ paths }: Document) =>
    Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ address: `${method} ${path}`, ...operation })),
    );

  it('files each address under one heading, and says which need no token', async () => {
    const described = operationsIn(await read());
    for (const { address, tags } of described) expect([address, tags]).toEqual([address, [expect.stringMatching(/./)]]);
    for (const [heading, addresses] of Object.entries(HEADINGS)) {
      const filed = described.filter(({ tags = [] }) => tags.includes(heading)).map(({ address }) => address);
      expect(filed).toEqual(expect.arrayContaining(addresses));
    }
    const open = described.filter(({ security = [] }) => security.length === 0).map(({ address }) => address);
    expect(open.sort()).toEqual(['get /healthz', 'get /readyz', 'post /v1/office/sign-in', 'post /v1/registers/enrol']);
  });

  it('is OpenAPI 3.1, names each operation, and says of each with a token that it may answer 401 and 403', async () => {
    const document = await read();
    expect(document.openapi).toBe('3.1.1');
    const described = operationsIn(document);
    const unnamed = described.filter(({ operationId }) => !/^[a-z][A-Za-z]+$/.test(operationId ?? '')).map(({ address }) => address);
    expect({ unnamed }).toEqual({ unnamed: [] });
    expect(new Set(described.map(({ operationId }) => operationId)).size).toBe(described.length);
    for (const { address, security, responses } of described) {
      const told = ['401', '403'].map((status) => responses[status]?.content?.['application/json']?.schema.$ref);
      if (security?.length === 1) expect([address, ...told]).toEqual([address, ERROR, ERROR]);
    }
  });

  it('has a name for each body and each answer, and says the unit of all money', async () => {
    const document = await read();
    const inline = operationsIn(document).flatMap(({ address, requestBody, responses }) =>
      [requestBody, ...Object.values(responses)]
        .map((part) => part?.content?.['application/json'])
        .filter((content) => content !== undefined && content.schema.$ref === undefined)
        .map(() => address),
    );
    expect({ inline }).toEqual({ inline: [] });
    const { schemas } = document.components;
    expect(Object.keys(schemas)).toEqual(
      expect.arrayContaining(['Order', 'OrderRequest', 'FulfillmentOrder', 'Address', 'Price', 'Error']),
    );
    const silent: string[] = [];
    JSON.stringify(schemas, (key, value: Schema) => {
      for (const [name, { description = '' }] of Object.entries(value?.properties ?? {})) {
        if (/(^minor|Minor)$/.test(name) && !description.includes('minor unit')) silent.push(`${key} ${name}`);
      }
      return value;
    });
    expect({ silent }).toEqual({ silent: [] });
  });

  it('is clean for the linter, and its examples are what their schemas say', async () => {
    const text = await (await fetch(`${server.url}/docs/json`)).text();
    await writeFile(join(folder, 'api.json'), text);
    const cli = createRequire(import.meta.url).resolve('@redocly/cli/bin/cli.js');
    const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' };
    const lint = [cli, 'lint', join(folder, 'api.json'), '--config', join(ROOT, 'redocly.yaml'), '--format', 'json'];
    const { stdout } = await run(process.execPath, lint, { env, cwd: folder, maxBuffer: 1e8 }).catch((error: { stdout: string }) => error);
    const { problems } = JSON.parse(stdout) as { problems: { ruleId: string; message: string; location: { pointer: string }[] }[] };
    expect(problems.map(({ ruleId, message, location }) => `${ruleId} ${location[0]?.pointer}: ${message}`)).toEqual([]);
    for (const { body = {}, answers = {} } of Object.values(API_EXAMPLES)) {
      for (const example of [body, ...Object.values(answers)]) expect(text).toContain(JSON.stringify(example));
    }
  });

  it('gives types by openapi-typescript with which a channel compiles', async () => {
    await writeFile(join(folder, 'api.ts'), astToString(await openapiTS((await read()) as unknown as OpenAPI3)));
    await writeFile(join(folder, 'caller.ts'), CALLER);
    await symlink(join(ROOT, 'node_modules'), join(folder, 'node_modules'));
    const flags = [
      '--noEmit',
      '--strict',
      '--exactOptionalPropertyTypes',
      '--module',
      'esnext',
      '--moduleResolution',
      'bundler',
      'api.ts',
      'caller.ts',
    ];
    const said = await run(join(ROOT, 'node_modules/.bin/tsc'), flags, { cwd: folder }).catch((error: { stdout: string }) => error);
    expect(said.stdout).toBe('');
  });
});
