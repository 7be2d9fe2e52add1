import { expect, it } from 'vitest';
import { DISPOSITIONS, purposeOf } from './disposition.ts';

it('[P1] sells again or writes off two kinds of goods, and sets the others aside', () => {
  expect(DISPOSITIONS.map((one) => [one, purposeOf(one)])).toEqual([
    ['restock', null],
    ['damaged', null],
    ['vendor', 'vendor'],
    ['other_location', 'other_location'],
    ['quarantine', 'quarantine'],
    ['refurbish', 'refurbish'],
  ]);
});
