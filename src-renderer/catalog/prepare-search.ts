import type { CatalogIndex } from './catalog-index.ts';

/** Longer would be felt by somebody who types or scans meanwhile. */
const SLICE_MS = 6;

/** Makes the catalog's search ready in small slices between other work. A newer call replaces an older one. */
export function createSearchPreparation(): (catalog: CatalogIndex) => void {
  let current: Generator<void> | null = null;

  function slice(steps: Generator<void>): void {
    const start = performance.now();
    while (steps === current && performance.now() - start < SLICE_MS) {
      if (steps.next().done === true) return;
    }
    if (steps === current) setTimeout(() => slice(steps));
  }

  return (catalog) => {
    const steps = catalog.prepareSearch();
    current = steps;
    setTimeout(() => slice(steps));
  };
}
