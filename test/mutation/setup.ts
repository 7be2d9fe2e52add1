import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect } from 'vitest';
import { reached } from './runtime.ts';

/** Says after each test file which mutants it reached, in the folder that `OUTPOST_MUTANTS_REACHED` names. */
const folder = process.env['OUTPOST_MUTANTS_REACHED'];
if (folder !== undefined) {
  afterAll(() => {
    const { testPath } = expect.getState();
    const file = join(folder, `${process.pid}-${process.hrtime.bigint()}.json`);
    writeFileSync(file, JSON.stringify({ testPath, reached: [...reached] }));
  });
}
