import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { OPERATIONS } from '../../domain/registry/registry.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Product files beside the room of a type in which it stands as a literal. Take files away; never add one. */
const LEFT: readonly string[] = [
  // These name a cause of stock movements that is called like the type.
  'domain/base/effect.ts',
  'sync-server/audit/audit-exceptions.ts',
];

/** How many test files name types as literals. It may only fall. */
const TESTS_AT_MOST = 56;

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'fixtures' ? [] : filesUnder(path);
    return /\.tsx?$/.test(entry.name) ? [path] : [];
  });
}

const literal = new RegExp(`['"\`](${OPERATIONS.map(({ type }) => type).join('|')})['"\`]`, 'g');

/** The room of each type: the folder of `domain` in which it is defined. */
function roomOf(files: readonly string[], type: string): string | undefined {
  const defined = files.filter((path) => path.startsWith('domain/') && !path.endsWith('.test.ts'));
  const file = defined.find((path) => readFileSync(join(root, path), 'utf8').includes(`type: '${type}',\n  since:`));
  return file?.split('/').slice(0, 2).join('/');
}

const files = ['domain', 'texts', 'devices', 'src-main', 'src-renderer', 'src-office', 'sync-server', 'test'].flatMap(filesUnder);
const isTest = (path: string) => path.startsWith('test/') || /\.test\.tsx?$/.test(path);
const rooms = new Map(OPERATIONS.map(({ type }) => [type as string, roomOf(files, type)]));

it('each type of operation is defined in one room of the domain', () => {
  expect([...rooms].filter(([, room]) => room === undefined)).toEqual([]);
});

it('a type of operation stands as a literal in its own room alone', () => {
  const named = files.filter((path) =>
    [...readFileSync(join(root, path), 'utf8').matchAll(literal)].some(([, type]) => !path.startsWith(`${rooms.get(type ?? '')}/`)),
  );
  expect(named.filter((path) => !isTest(path)).sort()).toEqual([...LEFT].sort());
  expect(named.filter(isTest).length).toBeLessThanOrEqual(TESTS_AT_MOST);
});
