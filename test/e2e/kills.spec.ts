import { killRegister } from '../support/kills/kill-register.ts';
import { expect, test } from './support/test.ts';

const KILLS = 5;

test(`[J1] [J2] [J7] [R5] killed ${KILLS} times while it sells as fast as it can, a register has everything of which it said that ` +
  'it is done', {
  tag: '@desktop',
}, async () => {
  // A browser starts and dies again and again, on a company of its own.
  test.slow();
  const { trials, wrong } = await killRegister(KILLS, Math.random);
  expect(wrong).toEqual([]);
  expect(trials.map(({ lost }) => lost)).toEqual(Array.from({ length: KILLS }, () => 0));
  for (const { told } of trials) expect(told).toBeGreaterThan(0);
});
