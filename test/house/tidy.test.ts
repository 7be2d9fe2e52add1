import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules, untested, type SourceFile } from './tidy.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folders = ['domain', 'texts', 'devices', 'src-main', 'src-renderer', 'src-office', 'sync-server', 'scripts', 'test', 'docs'];

function read(path: string): SourceFile {
  return { path, text: readFileSync(join(root, path), 'utf8') };
}

function filesUnder(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'fixtures' || entry.name === 'node_modules' ? [] : filesUnder(path);
    return /\.(ts|tsx|mjs|cjs|js|css|html|md)$/.test(entry.name) ? [path] : [];
  });
}

const atRoot = readdirSync(root).filter((name) => /\.(ts|js|cjs|md)$/.test(name));
const present = folders.filter((folder) => readdirSync(root).includes(folder));
const files = [...atRoot, ...present.flatMap(filesUnder)].map(read);

/** Domain files that may go without a test of their own for now. Take lines away; never add one. */
const allowed: string[] = JSON.parse(read('test/house/untested.json').text) as string[];

describe('the house rules', () => {
  it.each(Object.entries(rules))('%s', (_name, rule) => {
    expect(files.flatMap(rule)).toEqual([]);
  });

  it('every domain file with logic has its test beside it, but for a list that only shrinks', () => {
    const missing = untested(files);
    expect({ newWithoutTest: missing.filter((path) => !allowed.includes(path)) }).toEqual({ newWithoutTest: [] });
    expect({ testedByNow: allowed.filter((path) => !missing.includes(path)) }).toEqual({ testedByNow: [] });
  });
});

describe('each rule finds what it forbids', () => {
  const planted: [string, SourceFile][] = [
    ['file length', { path: 'domain/a.ts', text: 'x\n'.repeat(401) }],
    ['line length', { path: 'domain/a.ts', text: `const a = 1;\n// ${'x'.repeat(138)}` }],
    ['no leftovers', { path: 'domain/a.ts', text: '// TO' + 'DO later' }],
    ['no printing outside command line tools', { path: 'src-main/a.ts', text: 'con' + "sole.log('here')" }],
    ['no machine paths', { path: 'README.md', text: 'see /wo' + 'rk/data' }],
    ['no tests left out', { path: 'domain/a.test.ts', text: 'it.on' + "ly('x')" }],
    ['one date in a zone', { path: 'sync-server/a.ts', text: 'new Date().toISOString().slice(0, 10)' }],
    ['one date in a zone', { path: 'domain/a.ts', text: "new Intl.DateTimeFormat('en-CA')" }],
    ['words', { path: 'domain/a.ts', text: 'const openSession = 1' }],
    ['words', { path: 'src-renderer/a.tsx', text: 'cashierName' }],
  ];
  it.each(planted)('%s', (name, file) => {
    expect(rules[name]?.(file)).toHaveLength(1);
  });

  it('but leaves alone what is allowed', () => {
    const fine: SourceFile[] = [
      { path: 'domain/a.ts', text: 'x\n'.repeat(400) },
      { path: 'domain/a.ts', text: 'é'.repeat(140) },
      { path: 'docs/a.md', text: 'x'.repeat(200) },
      { path: 'src-renderer/a.ts', text: 'sessionStorage.getItem(key)' },
      { path: 'sync-server/cli/start.ts', text: 'con' + "sole.log('Outpost is ready')" },
      { path: 'src-main/a.ts', text: "import { session } from 'electron'" },
    ];
    expect(fine.flatMap((file) => Object.values(rules).flatMap((rule) => rule(file)))).toEqual([]);
  });

  it('a domain function without a test', () => {
    const logic = { path: 'domain/a.ts', text: 'export function decide() {}' };
    const arrow = { path: 'domain/b.ts', text: 'export const decide = (x: number): number => x' };
    const schema = { path: 'domain/c.ts', text: 'export const sale = z.object({})' };
    expect(untested([logic, arrow, schema])).toEqual(['domain/a.ts', 'domain/b.ts']);
    expect(untested([logic, { path: 'domain/a.test.ts', text: '' }])).toEqual([]);
  });
});
