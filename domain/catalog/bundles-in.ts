import type { ArticlePart } from './article-terms.ts';

/** How many bundles can be made of what is there: as many as the scarcest of its goods allows. @param free units of an article. */
export function bundlesIn(components: readonly ArticlePart[], free: (sku: string) => number): number {
  return components.reduce(
    (least, { sku, quantity }) => Math.min(least, Math.floor(Math.max(0, free(sku)) / quantity)),
    Number.MAX_SAFE_INTEGER,
  );
}
