/** A file of the repository: its path from the root, with forward slashes, and its text. */
export interface SourceFile {
  path: string;
  text: string;
}

/** A house rule: gives a sentence for each line, or each file, that breaks it. */
export type Rule = (file: SourceFile) => string[];

const isCode = (path: string) => /\.(ts|tsx|mjs|cjs|js|css|html)$/.test(path);
const isTest = (path: string) => /\.test\.tsx?$/.test(path) || path.startsWith('test/');

/** A rule that looks for a pattern line by line. */
function noLineWith(pattern: RegExp, why: string, applies: (path: string) => boolean): Rule {
  return ({ path, text }) => {
    if (!applies(path)) return [];
    return text.split('\n').flatMap((line, index) => {
      const found = pattern.exec(line);
      return found === null ? [] : [`${path}:${index + 1} ${found[0].trim()}: ${why}`];
    });
  };
}

const MAX_LINES = 400;
const fileLength: Rule = ({ path, text }) => {
  const lines = text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
  return isCode(path) && lines > MAX_LINES ? [`${path} has ${lines} lines; split it, the limit is ${MAX_LINES}`] : [];
};

const MAX_LINE = 140;
const lineLength: Rule = ({ path, text }) => {
  if (!isCode(path)) return [];
  return text.split('\n').flatMap((line, index) => {
    const length = [...line].length;
    return length > MAX_LINE ? [`${path}:${index + 1} has ${length} characters; break it, the limit is ${MAX_LINE}`] : [];
  });
};

// The patterns are put together from parts, so that this file keeps the rules itself.
const leftover = new RegExp(`\\b(${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b`);
const printing = new RegExp('\\bcon' + 'sole\\.(log|debug|info|trace|table)\\b');
const machine = new RegExp(`(^|["'\`(\\s=])/(${['wo' + 'rk', 'tm' + 'p', 'ro' + 'ot', 'ho' + 'me', 'Us' + 'ers'].join('|')})/`);
const focused = new RegExp('\\b(it|test|describe)\\.(on' + 'ly|sk' + 'ip|to' + 'do)\\b');

/** A date cut out of an instant, or written as one locale happens to write it. */
const handmadeDate = /toISOString\(\)\.(slice|split|substring|substr)\(|'en-CA'/;

/** Words that the design has replaced by better ones. The browser and PostgreSQL own a few names that must stay. */
const avoided: [RegExp, string][] = [
  [/\b(?!sessionStorage\b|idle_in_transaction_session_timeout\b)\w*[sS]ession\w*\b/, 'a work shift is a shift'],
  [/\b\w*([cC]ashier|[eE]mployee|[cC]lerk)\w*\b/, 'a person who works in a store is an associate'],
];

const isProduct = (path: string) => /^(domain|texts|devices|src-renderer|src-office|sync-server)\//.test(path) && isCode(path);
const isPrinter = (path: string) => /^(sync-server\/cli|scripts)\//.test(path) || /^test\/(bench|run-tests|tools)/.test(path);

/** The house rules that concern one file at a time. */
export const rules: Record<string, Rule> = {
  'file length': fileLength,
  'line length': lineLength,
  'no leftovers': noLineWith(leftover, 'finish it or open an issue', isCode),
  'no printing outside command line tools': noLineWith(printing, 'use the logger', (path) => isCode(path) && !isPrinter(path)),
  'no machine paths': noLineWith(machine, 'a path of one machine', (path) => isCode(path) || path.endsWith('.md')),
  'no tests left out': noLineWith(focused, 'a test that does not run reads as safety', isTest),
  'one date in a zone': noLineWith(handmadeDate, 'use dateInZone of domain/base/zoned-date.ts', isProduct),
  words: (file) => avoided.flatMap(([pattern, why]) => noLineWith(pattern, why, isProduct)(file)),
};

/** The domain files that export a function and have no test of their own beside them. */
export function untested(files: SourceFile[]): string[] {
  const paths = new Set(files.map((file) => file.path));
  return files
    .filter(({ path }) => /^domain\/.*\.ts$/.test(path) && !isTest(path))
    .filter(({ text }) => /^export (async )?function |^export const \w+(: [^=]+)? = (async )?(<[^>]+>)?\([^)]*\)(: [^=]+)? =>/m.test(text))
    .map(({ path }) => path)
    .filter((path) => !paths.has(path.replace(/\.ts$/, '.test.ts')))
    .sort();
}
