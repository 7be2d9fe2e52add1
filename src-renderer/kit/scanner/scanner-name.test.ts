import { expect, it } from 'vitest';
import { scannerName } from './scanner-name.ts';

it.each([
  [{ driver: 'simulator', number: 2 }, 'Simulated scanner 2'],
  [{ driver: 'line', end: 'cr', host: '10.0.0.9', port: 4001 }, 'Scanner at \u206810.0.0.9:4001\u2069'],
] as const)('%j', (scanner, name) => {
  expect(scannerName(scanner).replace(/[\u2068\u2069]/g, '')).toBe(name.replace(/[\u2068\u2069]/g, ''));
});
