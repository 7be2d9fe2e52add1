import { killRegister } from '../support/kills/kill-register.ts';
import { type BenchResult, summarize } from './result.ts';
import { sized } from './sized.ts';

const KILLS = sized(200, 5);

const total = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0);

/**
 * kill -9 of the browser at random moments while it sells as fast as it can. The times are those from the start of the
 * browser after a kill until the register can sell again.
 */
export async function crash(): Promise<BenchResult[]> {
  const { trials, wrong } = await killRegister(KILLS, Math.random);
  const inWrite = trials.filter((trial) => trial.inWrite);
  const lost = total(trials.map((trial) => trial.lost));
  for (const what of wrong) console.error(what);
  console.error(
    `${trials.length} kills, ${total(trials.map((trial) => trial.told))} operations acknowledged, ${lost} of them lost. ` +
      `${inWrite.length} kills came while a sale was ` +
      `being recorded; ${trials.filter((trial) => trial.untold).length} times it was in the journal, and nobody had been told. ` +
      `${total(trials.map((trial) => trial.reopened))} times the browser had to be opened again, because it would not open its databases.`,
  );
  return [
    summarize({
      name: 'crash',
      unit: 'ms',
      values: trials.map((trial) => trial.restartMs),
      baselines: [],
      goal: `0 acknowledged operations lost in ${KILLS} kills`,
      met: () => trials.length === KILLS && lost === 0 && wrong.length === 0,
    }),
  ];
}
