import { comeBack } from './behind.ts';
import { bareStrictPut, recordSales } from './sale-durable.ts';

/** What the benchmark calls from outside. */
const api = { comeBack, recordSales, bareStrictPut, loadFirstSync: () => import('./first-sync.ts') };
export type BenchPage = typeof api;

(globalThis as unknown as { bench: BenchPage }).bench = api;
