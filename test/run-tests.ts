import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumLaunchOptions, chromiumVersion } from './tools/find-chromium.ts';
import { add, closingLine, nothing, readPlaywright, readVitest, type StepTime, type Tally, timeTable } from './tools/tally.ts';

/** One step of `npm test` or `npm run check`: an npm script, and how to read what it counted. */
interface Step {
  title: string;
  script: string;
  args?: (report: string) => string[];
  env?: (report: string) => Record<string, string>;
  read?: (report: string) => Tally;
  before?: () => void;
}

const vitestReport = (report: string) => ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];

const types: Step = { title: 'Types', script: 'types' };
const lint: Step = { title: 'Lint and layers', script: 'lint' };
// Near its end the simulation keeps one core busy, and so does lint: side by side they take no longer than the simulation.
const lintAndSimulation: Step = {
  title: 'Lint and layers, simulation',
  script: 'test:lint-and-simulation',
  args: vitestReport,
  read: readVitest,
};
const unit: Step = { title: 'Unit tests', script: 'test:unit', args: vitestReport, read: readVitest };
const contract: Step = { title: 'Contract suites', script: 'test:contract', args: vitestReport, read: readVitest };
const quickContract: Step = { ...contract, env: () => ({ OUTPOST_TEST_POSTGRES: 'none', OUTPOST_TEST_LONG: 'none' }) };
const endToEnd: Step = {
  title: 'End to end',
  script: 'test:e2e',
  args: () => ['--reporter=list,json'],
  env: (report) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
  read: readPlaywright,
  before: () => print(chromiumVersion(chromiumLaunchOptions().executablePath)),
};
const desktop: Step = {
  title: 'The desktop app',
  script: 'test:desktop',
  args: () => ['--reporter=list,json'],
  env: (report) => ({ PLAYWRIGHT_JSON_OUTPUT_FILE: report }),
  read: readPlaywright,
};

const steps = process.argv.includes('--quick')
  ? [types, lint, unit, quickContract]
  : [types, lintAndSimulation, unit, contract, endToEnd, desktop];

let child: ChildProcess | undefined;
let interruptedBy: NodeJS.Signals | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    interruptedBy = signal;
    passOn(signal);
  });
}

/** Sends a signal to the running step and all its children; a step that ignores it is killed after a while. */
function passOn(signal: NodeJS.Signals): void {
  const { pid } = child ?? {};
  if (pid === undefined) return;
  const send = (which: NodeJS.Signals) => {
    try {
      process.kill(process.platform === 'win32' ? pid : -pid, which);
    } catch {
      // It has ended already.
    }
  };
  send(signal);
  setTimeout(() => send('SIGKILL'), 15_000).unref();
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Runs one npm script to its end; true when it succeeded. */
async function run(step: Step, report: string): Promise<boolean> {
  const started = spawn('npm', ['run', '--silent', step.script, '--', ...(step.args?.(report) ?? [])], {
    stdio: ['ignore', 'inherit', 'inherit'],
    // A group of its own, so that a signal reaches all of the step and not only npm.
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32',
    env: { ...process.env, ...step.env?.(report) },
  });
  child = started;
  return new Promise((resolve) => {
    started.on('error', (error) => {
      print(String(error));
      resolve(false);
    });
    started.on('exit', (code) => resolve(code === 0));
  });
}

async function runAll(reports: string): Promise<{ tally: Tally; times: StepTime[]; failed: string | undefined }> {
  let tally = nothing;
  const times: StepTime[] = [];
  for (const [index, step] of steps.entries()) {
    print(`\n── ${index + 1}/${steps.length} ${step.title} ${'─'.repeat(Math.max(0, 60 - step.title.length))}`);
    const report = join(reports, `${step.script.replace(':', '-')}.json`);
    let ok: boolean;
    const start = performance.now();
    try {
      step.before?.();
      ok = await run(step, report);
    } catch (error) {
      print(error instanceof Error ? error.message : String(error));
      ok = false;
    }
    times.push({ title: step.title, seconds: (performance.now() - start) / 1000 });
    if (step.read !== undefined && existsSync(report)) tally = add(tally, step.read(await readFile(report, 'utf8')));
    else if (step.read !== undefined) ok = false;
    if (!ok || interruptedBy !== undefined) return { tally, times, failed: step.title };
  }
  return { tally, times, failed: undefined };
}

const reports = await mkdtemp(join(tmpdir(), 'outpost-reports-'));
try {
  const { tally, times, failed } = await runAll(reports);
  const bad = failed !== undefined || tally.failed > 0;
  print(`\n${timeTable(times)}\n`);
  if (interruptedBy !== undefined) print(`Stopped by ${interruptedBy}.`);
  else if (failed !== undefined) print(`Failed at: ${failed}`);
  print(closingLine(tally, bad));
  process.exitCode = interruptedBy !== undefined ? 128 + constants.signals[interruptedBy] : bad ? 1 : 0;
} finally {
  await rm(reports, { recursive: true, force: true });
}
