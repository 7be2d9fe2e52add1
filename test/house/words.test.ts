import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { FORK_CODES } from '../../sync-server/intake/keep-fork.ts';
import { QUARANTINE_CODES } from '../../sync-server/intake/judge-operation.ts';
import { REFUSAL_CODES } from '../../sync-server/intake/place-operations.ts';
import { FAULTS } from '../../domain/base/fault.ts';
import { FILE_FAULTS } from '../../domain/office/file-fault.ts';
import { IMPORT_FAULTS } from '../../domain/office/import-fault.ts';
import { CATALOGS } from '../../texts/words/catalogs.ts';
import { LANGUAGES } from '../../texts/words/languages.ts';
import { namesTaken } from '../support/names-taken.ts';
import { literalTexts, namedKeys, saidMessage, sidesNamed, writtenOut } from './words.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const SCREENS = ['texts/say', 'texts/paper', 'src-renderer/app', 'src-renderer/kit', 'src-renderer/tasks', 'src-office'];
const CATALOG_FILES = /^texts\/words\/(en|de|ar)\//;

/** Files that are not converted yet. This list only gets shorter. */
const NOT_YET: readonly string[] = [];

/** A user's name, and what an error says to support: on a screen, but from no catalog. */
const DATA: ReadonlySet<string> = new Set(['head office', 'did not answer.']);

function filesUnder(folder: string, ending: RegExp): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesUnder(path, ending);
    return ending.test(entry.name) && !/\.test\.tsx?$|\.d\.ts$/.test(entry.name) ? [path] : [];
  });
}

function browserTests(folder: string): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    return entry.isDirectory() ? browserTests(path) : /\.spec\.ts$|page|office/.test(entry.name) ? [path] : [];
  });
}

/** A whole English sentence. */
const SENTENCE = /^[A-Z].*\s.*\.$/s;

const read = (path: string) => readFileSync(join(root, path), 'utf8');
const literals = (path: string) => literalTexts(path, read(path)).map(({ line, text }) => `${path}:${line} ${text}`);

describe('the words on the screens', () => {
  const screens = SCREENS.flatMap((folder) => filesUnder(folder, /\.tsx?$/));

  it('come from the catalogs', () => {
    expect(screens.filter((path) => !NOT_YET.includes(path)).flatMap(literals)).toEqual([]);
  });

  it('are waited for in no file that has them already', () => {
    expect(NOT_YET.filter((path) => !screens.includes(path) || literals(path).length === 0)).toEqual([]);
  });

  it('leave no message in a catalog that nobody shows', () => {
    const files = ['texts', 'src-renderer', 'src-office', 'sync-server/mail']
      .flatMap((folder) => filesUnder(folder, /\.tsx?$/))
      .filter((path) => !CATALOG_FILES.test(path));
    const named = files.map((path) => namedKeys(path, read(path)));
    const whole = new Set(named.flatMap((one) => one.whole));
    const beginnings = [...new Set(named.flatMap((one) => one.beginnings))];
    const unused = Object.keys(CATALOGS.en).filter((key) => !whole.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)));
    expect(unused).toEqual([]);
  });

  it('know every code that puts an operation into quarantine or keeps it there', () => {
    const files = ['sync-server/intake', 'sync-server/quarantine'].flatMap((folder) => filesUnder(folder, /\.ts$/));
    const sources = [...files, 'sync-server/registers/check-signature.ts'].map(read);
    const literals = sources.flatMap((source) =>
      [...source.matchAll(/(?:code: |reasonOf\(|quarantine\()'([a-z_]+)'/g)].map(([, code]) => code ?? ''),
    );
    // The API's answer where there is no such entry; it keeps nothing.
    const codes = new Set(
      [...literals, ...QUARANTINE_CODES, ...REFUSAL_CODES, ...FORK_CODES].filter((code) => code !== 'unknown_quarantine'),
    );
    const unknown = [...codes].flatMap((code) => [`quarantine.${code}`, `quarantine.${code}.name`]).filter((key) => !(key in CATALOGS.en));
    expect([codes.size > 15, unknown]).toEqual([true, []]);
  });

  it.each(LANGUAGES)('[J6] say in %s of everything that a check can find wrong exactly what it tells', (language) => {
    const said = Object.entries(CATALOGS[language]).filter(([key]) => key.startsWith('fault.'));
    expect(said.map(([key, message]) => [key, namesTaken(message)])).toEqual(
      Object.entries(FAULTS).map(([code, facts]) => [`fault.${code}`, [...facts].sort()]),
    );
  });

  it.each(LANGUAGES)('say in %s of everything that can be wrong with an imported row exactly what it tells', (language) => {
    const said = Object.entries(CATALOGS[language]).filter(([key]) => key.startsWith('importFault.'));
    const told = Object.entries(IMPORT_FAULTS).map(([code, sentence]) => [`importFault.${code}`, namesTaken(sentence)]);
    expect(said.map(([key, message]) => [key, namesTaken(message)])).toEqual(told);
  });

  it.each(LANGUAGES)('say in %s of everything that can be wrong with an imported file exactly what it tells', (language) => {
    const said = Object.entries(CATALOGS[language]).filter(([key]) => key.startsWith('fileFault.'));
    const told = Object.entries(FILE_FAULTS).map(([code, sentence]) => [`fileFault.${code}`, namesTaken(sentence)]);
    expect(said.map(([key, message]) => [key, namesTaken(message)])).toEqual(told);
  });

  it('stand in no check: what is found wrong is a code and what it tells, in no language', () => {
    const checks = ['domain/sale/check-sale.ts', 'domain/returns/check-return.ts', 'domain/registry/check-operation.ts'];
    const files = [...checks, ...['sync-server/intake', 'sync-server/quarantine'].flatMap((folder) => filesUnder(folder, /\.ts$/))];
    expect(
      files
        .filter((path) => !/-routes\.ts$/.test(path))
        .flatMap(literals)
        .filter((found) => SENTENCE.test(found.replace(/^\S+ /, ''))),
    ).toEqual([]);
  });

  it('know every code by which the server refuses the head office something', () => {
    const rooms = ['access', 'office', 'quarantine', 'settings', 'jobs', 'associates'].filter((room) =>
      existsSync(join(root, 'sync-server', room)),
    );
    const sources = rooms.flatMap((room) => filesUnder(`sync-server/${room}`, /(refusal|routes)\.ts$/)).map(read);
    const codes = new Set(sources.flatMap((source) => [...source.matchAll(/(?:code: |case )'([a-z_]+)'/g)].map(([, code]) => code ?? '')));
    const unknown = [...codes].filter((code) => !(`office.refused.${code}` in CATALOGS.en));
    expect([codes.size > 20, unknown]).toEqual([true, []]);
  });

  it('are named by their key where a browser test looks for one, whole or in part', () => {
    const whole = new Set<string>(Object.values(CATALOGS.en).filter((message) => /[A-Z ]/.test(message)));
    const said = LANGUAGES.flatMap((language) => [...new Set(Object.values(CATALOGS[language]))].map(saidMessage));
    const tests = ['test/e2e', 'test/desktop', 'test/support'].flatMap((folder) => browserTests(folder));
    expect(
      tests.flatMap((path) => writtenOut(path, read(path), { whole, said, data: DATA }).map(({ line, text }) => `${path}:${line} ${text}`)),
    ).toEqual([]);
  });

  it('are shown again in another language by every component that React remembers', () => {
    const remembered = screens.filter(
      (path) => /\bmemo\(/.test(read(path)) && /\bwords\(|formatMoney|formatUnitPrice|formatWhen/.test(read(path)),
    );
    expect(remembered.filter((path) => !/\buseWords\(\)/.test(read(path)))).toEqual([]);
  });

  it('stand on the side of the line that the language has', () => {
    const sheets = ['src-renderer', 'src-office'].flatMap((folder) => filesUnder(folder, /\.css$/));
    expect(sheets.flatMap((path) => sidesNamed(read(path)).map((name) => `${path}: ${name}`))).toEqual([]);
  });
});

describe('the rules for words', () => {
  it.each([
    ['<p>Hello</p>', ['Hello']],
    ['<p>{words("a.b")} · <code>npm start</code></p>', []],
    ['<input aria-label="Name" />', ['Name']],
    ['<input aria-label={`Name ${x}`} />', ['Name …']],
    ['<input placeholder={a ? "No text here" : words("a")} />', ['No text here']],
    ['<p className="one two">{1}</p>', []],
    ['say("Nothing to ship")', ['Nothing to ship']],
    ['throw new TypeError("Nothing to ship")', []],
    ['<kbd>Enter</kbd>', []],
    ['const task = { path: "/a", label: "Settings" }', ['Settings']],
    ['<b>Outpost</b>', []],
    ['const state = "handed_over"', []],
  ])('find the texts of %s', (source, texts) => {
    expect(literalTexts('a.tsx', source).map(({ text }) => text)).toEqual(texts);
  });

  it.each([
    ["page.getByText('Not found')", ['Not found']],
    ["page.getByRole('button', { name: 'Not found' })", ['Not found']],
    ["page.getByText(say('a.b'))", []],
    ["test('Not found', run)", []],
    ["page.getByText('Something else')", []],
    ["page.getByText('not taken: a question')", ['not taken: a question']],
    ["page.getByText('was not take, a quest')", []],
    ["page.getByText('X-1 was not taken: a question is open.')", ['X-1 was not taken: a question is open.']],
    ['page.getByText(`${code} was not taken`)', ['… was not taken']],
    ["page.getByRole('tab', { name: /^\\d+ was not taken: / })", ['/^\\d+ was not taken: /']],
    ["expect(list).toHaveText(['1 order', /orders$/])", ['1 order', '/orders$/']],
    ["page.getByText('Till 7: a question is open')", ['Till 7: a question is open']],
    ['page.getByText(/^key_/)', []],
    ["page.getByText('typed by the test, and orders')", []],
  ])('find the messages that %s writes out', (source, texts) => {
    const said = ['{code} was not taken: a question is open.', '{n, plural, one {# order} other {# orders}}'].map(saidMessage);
    const data = new Set(['typed by the test, and orders']);
    expect(writtenOut('a.spec.ts', source, { whole: new Set(['Not found']), said, data }).map(({ text }) => text)).toEqual(texts);
  });

  it('find the keys that are named and put together', () => {
    expect(namedKeys('a.ts', "words('a.b'); words(`role.${role}`)")).toEqual({ whole: ['a.b'], beginnings: ['role.'] });
  });

  it.each([
    ['.a { margin-left: 1px; text-align: right }', ['margin-left', 'text-align: right']],
    ['.a {\n  left: 0;\n  border-right-color: red;\n}', ['left', 'border-right-color']],
    ['.a { margin-inline-start: 1px; text-align: start } /* left: 0 */', []],
    ['.left:hover { color: red }', []],
    ['.a { margin: 0 0 0 auto; padding: 1px 2px 3px 2px; }', ['margin: 0 0 0 auto;']],
  ])('find the sides in %j', (css, found) => {
    expect(sidesNamed(css)).toEqual(found);
  });
});
