import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command, InvalidArgumentError } from 'commander';
import { copyRepository, removeAtEnd } from './copy-repository.ts';
import { findMutants, type Mutant } from './find-mutants.ts';
import { judgeMutants, type Verdict } from './judge-mutants.ts';
import { switchMutants } from './switch-mutants.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDERS = ['domain', 'texts', 'sync-server', 'src-renderer', 'src-office', 'src-main'];

/** A mutant that changes nothing anybody could notice, and why. */
interface Equivalent {
  readonly file: string;
  readonly source: string;
  readonly change: string;
  readonly why: string;
}

const isSource = (path: string): boolean => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path);

/** The files of a room, or those whose path begins with what is named. */
function sourcesOf(room: string): string[] {
  const starts = room.includes('/') ? [room] : FOLDERS.map((folder) => `${folder}/${room}/`);
  return FOLDERS.filter((folder) => existsSync(join(ROOT, folder)))
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`))
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => isSource(path) && starts.some((start) => path.startsWith(start)));
}

/** Puts all mutants of the room into the copy. */
function plant(copy: string, paths: readonly string[]): Mutant[] {
  const all: Mutant[] = [];
  for (const path of paths) {
    const text = readFileSync(join(copy, path), 'utf8');
    const mutants = findMutants(path, text, all.length + 1);
    const runtime = relative(dirname(join(copy, path)), join(copy, 'test/mutation/runtime.ts'));
    if (mutants.length > 0) writeFileSync(join(copy, path), switchMutants(path, text, mutants, runtime));
    all.push(...mutants);
  }
  return all;
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

function report(mutants: readonly Mutant[], verdicts: ReadonlyMap<number, Verdict>, equivalents: readonly Equivalent[]): void {
  const isEquivalent = (one: Mutant): boolean =>
    equivalents.some(({ file, source, change }) => file === one.file && source === one.source && change === one.change);
  const lives = (one: Mutant): boolean => ['survived', 'not reached'].includes(verdicts.get(one.id) ?? 'not reached');
  const counted = mutants.filter((one) => !lives(one) || !isEquivalent(one));
  const survivors = counted.filter(lives);
  for (const one of survivors) print(`${verdicts.get(one.id)}  ${one.file}:${one.line}  ${one.change}\n    ${one.source}`);
  const killed = counted.length - survivors.length;
  const share = counted.length === 0 ? 100 : (killed / counted.length) * 100;
  print(
    JSON.stringify({
      rooms,
      mutants: counted.length,
      killed,
      timedOut: counted.filter((one) => verdicts.get(one.id) === 'timed out').length,
      equivalent: mutants.length - counted.length,
      killedPercent: Math.round(share * 10) / 10,
    }),
  );
}

function positive(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1) throw new InvalidArgumentError('Give a whole number from 1.');
  return value;
}

const program = new Command('npm run mutate --')
  .description('Changes one small thing of a room at a time, and prints the changes that no test notices.')
  .argument('<rooms...>', 'folders of these names in domain, sync-server or an app, or beginnings of paths')
  .option('--contract', 'with the contract suites on PGlite')
  .option('--every <number>', 'only one in so many mutants, for an estimate', positive, 1)
  .option('--tests <parts...>', 'only with test files that have one of these in their path')
  .parse();
const rooms = program.args;
const { contract, every, tests } = program.opts<{ contract?: true; every: number; tests?: string[] }>();
const paths = [...new Set(rooms.flatMap(sourcesOf))].sort();
const unknown = rooms.find((room) => sourcesOf(room).length === 0);
if (unknown !== undefined) program.error(`Nothing is called ${unknown}.`);

const copy = copyRepository(ROOT);
removeAtEnd(copy);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));

const mutants = plant(copy, paths).filter((_, index) => index % every === 0);
print(`${mutants.length} mutants in ${paths.length} files`);
const job = {
  root: copy,
  projects: contract === true ? ['unit', 'contract'] : ['unit'],
  files: paths.map((path) => join(copy, path)),
  ids: mutants.map((one) => one.id),
  ...(tests === undefined ? {} : { tests }),
};
const verdicts = await judgeMutants(job, {
  judged: (count) => {
    if (count % 10 === 0) process.stderr.write(`${count} of ${mutants.length}\n`);
  },
  broken: (files) => print(`These fail without a mutant, and are left out:\n${files.map((file) => relative(copy, file)).join('\n')}`),
});
const equivalents = JSON.parse(readFileSync(join(ROOT, 'test/mutation/equivalent.json'), 'utf8')) as Equivalent[];
report(mutants, verdicts, equivalents);
