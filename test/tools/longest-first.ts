import type { TestSpecification } from 'vitest/node';
import { BaseSequencer } from 'vitest/node';

/** Files that take half a minute or more. One that begins last keeps a single worker busy while the others have nothing left. */
const LONGEST = ['no-flicker', 'start', 'printer-port', 'receipt-mail', 'several-servers', 'orders-import'].map(
  (name) => `/contract/${name}.test.ts`,
);

/** Runs the files that take longest first, and the others in the order of Vitest. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLong = ({ moduleId }: TestSpecification) => LONGEST.some((ending) => moduleId.endsWith(ending));
    return [...sorted.filter(isLong), ...sorted.filter((file) => !isLong(file))];
  }
}
