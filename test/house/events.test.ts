import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { EVENTS } from '../../domain/registry/registry.ts';

const domain = fileURLToPath(new URL('../../domain/', import.meta.url));

/** Every event that a file of `domain` defines, with its file and its name there. */
const DEFINED = readdirSync(domain, { recursive: true, encoding: 'utf8' })
  .filter((path) => /(?<!\.test)\.ts$/.test(path))
  .flatMap((path) =>
    [...readFileSync(join(domain, path), 'utf8').matchAll(/^export const (\w+) = defineEvent/gm)].map(([, name = '']) => ({ path, name })),
  );

describe('[E1] events', () => {
  it('are all in the registry: else nobody deletes them from the log', async () => {
    expect(DEFINED.length).toBeGreaterThan(0);
    const missing = [];
    for (const { path, name } of DEFINED) {
      const room = (await import(join(domain, path))) as Readonly<Record<string, unknown>>;
      if (!(EVENTS as readonly unknown[]).includes(room[name])) missing.push(`${path}: ${name}`);
    }
    expect(missing).toEqual([]);
    expect(EVENTS.length).toBe(DEFINED.length);
  });

  it('have names of their own', () => {
    const names = EVENTS.map(({ event }) => event);
    expect(names).toEqual([...new Set(names)]);
  });
});
