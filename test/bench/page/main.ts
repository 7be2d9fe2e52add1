import { bareStrictPut, recordSales } from './sale-durable.ts';

/** What the benchmark calls from outside. */
const api = { recordSales, bareStrictPut };
export type BenchPage = typeof api;

(globalThis as unknown as { bench: BenchPage }).bench = api;
