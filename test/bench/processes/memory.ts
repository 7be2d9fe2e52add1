/** Bytes of this process after a garbage collection: JavaScript's own, and the buffers that hang on it. */
export function heapBytes(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
