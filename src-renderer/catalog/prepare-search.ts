/** Longer would be felt by somebody who types or scans meanwhile. */
const SLICE_MS = 6;

/** What can be made ready for a search, a step at a time. */
export interface Searchable {
  prepareSearch(): Generator<void>;
}

/** Makes a search ready in small slices between other work. A newer call replaces an older one. */
export function createSearchPreparation(): (index: Searchable) => void {
  let current: Generator<void> | null = null;

  function slice(steps: Generator<void>): void {
    const start = performance.now();
    while (steps === current && performance.now() - start < SLICE_MS) {
      if (steps.next().done === true) return;
    }
    if (steps === current) setTimeout(() => slice(steps));
  }

  return (index) => {
    const steps = index.prepareSearch();
    current = steps;
    setTimeout(() => slice(steps));
  };
}
