import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Command } from 'commander';
import { copyRepository } from './copy-repository.ts';
import { findMutants, type Mutant } from './find-mutants.ts';
import { judgeMutants, type Verdict } from './judge-mutants.ts';
import { switchMutants } from './switch-mutants.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const FOLDERS = ['domain', 'sync-server', 'src-renderer', 'src-office', 'src-main'];

/** A mutant that changes nothing anybody could notice, and why. */
interface Equivalent {
  readonly file: string;
  readonly source: string;
  readonly change: string;
  readonly why: string;
}

function sourcesOf(room: string): string[] {
  return FOLDERS.map((folder) => join(folder, room))
    .filter((folder) => existsSync(join(ROOT, folder)))
    .flatMap((folder) => readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)))
    .filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path))
    .sort();
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

function report(
  room: string,
  mutants: readonly Mutant[],
  verdicts: ReadonlyMap<number, Verdict>,
  equivalents: readonly Equivalent[],
): void {
  const isEquivalent = (one: Mutant): boolean =>
    equivalents.some(({ file, source, change }) => file === one.file && source === one.source && change === one.change);
  const lives = (one: Mutant): boolean => ['survived', 'not reached'].includes(verdicts.get(one.id) ?? 'not reached');
  const counted = mutants.filter((one) => !isEquivalent(one));
  const survivors = counted.filter(lives);
  for (const one of survivors) print(`${verdicts.get(one.id)}  ${one.file}:${one.line}  ${one.change}\n    ${one.source}`);
  const killed = counted.length - survivors.length;
  const share = counted.length === 0 ? 100 : (killed / counted.length) * 100;
  print(
    JSON.stringify({
      room,
      mutants: counted.length,
      killed,
      timedOut: counted.filter((one) => verdicts.get(one.id) === 'timed out').length,
      equivalent: mutants.length - counted.length,
      killedPercent: Math.round(share * 10) / 10,
    }),
  );
}

const program = new Command('npm run mutate --')
  .description('Changes one small thing of a room at a time, and prints the changes that no test notices.')
  .argument('<room>', 'a folder of that name in domain, sync-server or an app')
  .option('--contract', 'with the contract suites on PGlite')
  .parse();
const [room = ''] = program.args;
const { contract } = program.opts<{ contract?: true }>();
const paths = sourcesOf(room);
if (paths.length === 0) program.error(`No room is called ${room}.`);

const copy = copyRepository(ROOT);
const clean = (): void => rmSync(copy, { recursive: true, force: true });
process.on('exit', clean);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => process.exit(1));

const mutants = plant(copy, paths);
print(`${mutants.length} mutants in ${paths.length} files`);
const job = {
  root: copy,
  projects: contract === true ? ['unit', 'contract'] : ['unit'],
  files: paths.map((path) => join(copy, path)),
  ids: mutants.map((one) => one.id),
};
const verdicts = await judgeMutants(job, (judged) => {
  if (judged % 50 === 0) process.stderr.write(`${judged} of ${mutants.length}\n`);
});
const equivalents = JSON.parse(readFileSync(join(ROOT, 'test/mutation/equivalent.json'), 'utf8')) as Equivalent[];
report(room, mutants, verdicts, equivalents);
