import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { BenchResult } from './result.ts';

/** Every benchmark by name. Each is loaded only when it runs: some start a browser, some a database. */
const BENCHES: Record<string, () => Promise<BenchResult[]>> = {
  till: async () => (await import('./till.ts')).till(),
  'scan-growth': async () => (await import('./scan-growth.ts')).scanGrowth(),
  'scan-stream': async () => (await import('./scan-stream.ts')).scanStream(),
  'pick-growth': async () => (await import('./pick-growth.ts')).pickGrowth(),
  'build-wave': async () => (await import('./build-wave.ts')).wavesBuilt(),
  'sale-durable': async () => (await import('./sale-durable.ts')).saleDurable(),
  'receipt-to-drawer': async () => (await import('./receipt-to-drawer.ts')).receiptToDrawer(),
  'journal-intake': async () => (await import('./journal-intake.ts')).journalIntake(),
  'fan-out': async () => (await import('./fan-out.ts')).fanOut(),
  drain: async () => (await import('./drain.ts')).drain(),
  reconnect: async () => (await import('./reconnect.ts')).reconnect(),
  'catch-up': async () => (await import('./catch-up.ts')).catchUp(),
  'first-sync': async () => (await import('./first-sync.ts')).firstSync(),
  crash: async () => (await import('./crash.ts')).crash(),
  growth: async () => (await import('./growth.ts')).growth(),
  'z-report': async () => (await import('./z-report.ts')).zReport(),
  'till-report': async () => (await import('./till-report.ts')).tillReport(),
  'price-cart': async () => (await import('./price-cart.ts')).priceCart(),
  'open-orders': async () => (await import('./open-orders.ts')).openOrders(),
  'order-search': async () => (await import('./order-search.ts')).orderSearch(),
  'reject-to-resourced': async () => (await import('./reject-to-resourced.ts')).rejectToResourced(),
  sourcing: async () => (await import('./sourcing.ts')).sourcing(),
  'start-again': async () => (await import('./start-again.ts')).startAgain(),
};

function table(results: readonly BenchResult[]): string {
  const head = ['name', 'unit', 'runs', 'p50', 'p99', 'baseline', 'ratio', 'goal', 'met'] as const;
  const rows = [head.map(String), ...results.map((result) => head.map((key) => String(result[key] ?? '–')))];
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

const { values } = parseArgs({ options: { only: { type: 'string' }, out: { type: 'string' }, scale: { type: 'string' } } });
// The benchmarks of scale read it as they are loaded.
if (values.scale !== undefined) process.env['OUTPOST_BENCH_SCALE'] = values.scale;
const names = values.only === undefined ? Object.keys(BENCHES) : values.only.split(',');
const unknown = names.filter((name) => BENCHES[name] === undefined);
if (unknown.length > 0) {
  console.error(`There is no benchmark named ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`);
  process.exit(1);
}

const results: BenchResult[] = [];
for (const name of names) {
  console.error(`Running ${name} …`);
  results.push(...((await BENCHES[name]?.()) ?? []));
}
console.log(table(results));
const json = JSON.stringify(results, null, 2);
if (values.out === undefined) console.log(json);
else await writeFile(values.out, `${json}\n`);
process.exitCode = results.every((result) => result.met) ? 0 : 1;
