import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { words } from '../../texts/words/words.ts';
import { ROUTES } from '../../src-renderer/app/routes.ts';
import { brokenLinks, longSentences, scriptsNamed } from './docs.ts';
import type { SourceFile } from './tidy.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string): SourceFile => ({ path, text: readFileSync(`${root}${path}`, 'utf8') });
const markdownIn = (folder: string) =>
  readdirSync(`${root}${folder}`)
    .filter((name) => name.endsWith('.md'))
    .map((name) => `${folder}${name}`);
const pages = ['', 'docs/', 'docs/decisions/'].flatMap(markdownIn).map(read);
const page = (path: string) => pages.find((one) => one.path === path)?.text ?? '';

describe('the documentation', () => {
  it('is there, with a page for each reader', () => {
    const readers = ['associate', 'operate', 'integrate', 'develop', 'sync', 'benchmarks'].map((name) => `docs/${name}.md`);
    expect(pages.map(({ path }) => path)).toEqual(expect.arrayContaining(['README.md', 'SECURITY.md', 'CHANGELOG.md', ...readers]));
  });

  it('has links that lead somewhere', () => {
    expect(brokenLinks(pages, (path) => existsSync(`${root}${path}`))).toEqual([]);
  });

  it('has sentences that can be read aloud', () => {
    expect(pages.flatMap(longSentences)).toEqual([]);
  });

  it('names npm scripts that there are', () => {
    const { scripts } = JSON.parse(read('package.json').text) as { scripts: Record<string, string> };
    const named = [...new Set(pages.flatMap(scriptsNamed))];
    expect(named.length).toBeGreaterThan(10);
    expect(named.filter((script) => scripts[script] === undefined)).toEqual([]);
  });

  it('lists every option of npm start, and no other', () => {
    const options = read('sync-server/start/read-options.ts').text.matchAll(/'(--[a-z-]+)[ '<]/g);
    const [, settings = ''] = /## Settings\n([\s\S]*?)\n## /.exec(page('docs/operate.md')) ?? [];
    const rows = settings.split('\n').filter((line) => line.startsWith('| `--'));
    const listed = rows.flatMap((row) => (row.split('|')[1] ?? '').match(/--[a-z-]+/g) ?? []);
    expect(listed.sort()).toEqual([...options].map(([, option]) => option).sort());
  });

  it('gives associates the keys that the app has', () => {
    for (const { shortcut, key } of ROUTES) expect(page('docs/associate.md')).toContain(`| **${shortcut}** | ${words(key)} |`);
  });
});

describe('the rules for documentation', () => {
  const doc = (text: string) => ({ path: 'docs/a.md', text });

  it.each<[string, string[]]>([
    ['[a](b.md)', ['docs/a.md: b.md leads to no file']],
    ['[a](#c)', ['docs/a.md: #c leads to no heading']],
    ['# C d: e\n\n[a](#c-d-e) [b](https://example.com) [c](a.md#c-d-e)', []],
    ['```\n[a](b.md)\n```', []],
  ])('follow the links of %j', (text, found) => {
    expect(brokenLinks([doc(text)], (path) => path === 'docs/a.md')).toEqual(found);
  });

  const words = (count: number) => Array.from({ length: count }, () => 'word').join(' ');
  it.each<[string, string, number]>([
    ['30 words', `${words(30)}.`, 0],
    ['31 words over two lines', `${words(20)}\n${words(11)}.`, 1],
    ['two sentences', `${words(20)}. ${words(20)}.`, 0],
    ['cells of a table', `| ${words(20)} | ${words(20)} |`, 0],
    ['items of a list', `- ${words(20)}\n- ${words(20)}`, 0],
    ['code', `\`\`\`\n${words(40)}\n\`\`\``, 0],
  ])('count %s', (_what, text, found) => {
    expect(longSentences(doc(text))).toHaveLength(found);
  });
});
