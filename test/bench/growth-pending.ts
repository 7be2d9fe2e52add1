import { ReplicaBase } from '../../src-renderer/replica/replica-base.ts';
import { LiveView } from '../../src-renderer/register/live-view.ts';
import { JournalBuilder } from '../support/journal-builder.ts';
import type { GrowthCase } from './growth-case.ts';

const RUNS = 50;

/** A pull that brings the order of somebody else, on a register with ever more operations that wait to be sent. */
export const pendingUnderPull: GrowthCase = {
  name: 'a pull over pending operations',
  sizes: [200, 2_000, 20_000],
  most: 0.5,
  measure(sizes) {
    return Promise.resolve(
      sizes.map((size) => {
        const journal = new JournalBuilder({ registerId: 'R1', storeId: 'S1', prefix: 'A1' });
        journal.openShift();
        while (journal.operations.length < size) journal.sell([[`SKU-${journal.operations.length % 500}`, 1]]);
        const base = new ReplicaBase();
        const view = new LiveView('R1', base);
        view.resume(journal.operations, base, true);
        return Array.from({ length: RUNS }, (_, run) => {
          const id = `SKU-PAGE-${run}`;
          const started = performance.now();
          view.update(true, [{ kind: 'stock_page', id }]);
          return performance.now() - started;
        });
      }),
    );
  },
};
