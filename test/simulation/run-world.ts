import './no-garbage.ts';
import { text } from 'node:stream/consumers';
import { Chance } from './chance.ts';
import { endWithParent } from './end-with-parent.ts';
import { MUTATIONS } from './mutations.ts';
import type { Job, Run } from './run.ts';
import { nextStep, type Step } from './steps.ts';
import { World } from './world.ts';

/** The process of one world: it reads its job and answers with one line of JSON. */
endWithParent();
const job = JSON.parse(await text(process.stdin)) as Job;
// The other clocks of this process are the world's.
const start = process.hrtime.bigint();
const isOver = (): boolean => job.seconds !== undefined && Number(process.hrtime.bigint() - start) / 1e9 >= job.seconds;

const chance = new Chance(job.seed);
const steps: Step[] = [];
function next({ books }: World): Step | null {
  const step = job.steps === undefined ? nextStep(chance, job.calm) : (job.steps[steps.length] ?? null);
  if (step === null || books.entries.size >= (job.operations ?? Number.POSITIVE_INFINITY) || isOver()) return null;
  steps.push(step);
  return step;
}

const outcome = await World.run(job.seed, next, job.mutation === undefined ? undefined : MUTATIONS[job.mutation]?.spoil);
const answer: Run = { ...outcome, scenario: { seed: job.seed, steps } };
process.stdout.write(`${JSON.stringify(answer)}\n`, () => process.exit(0));
