import { createStore } from 'zustand/vanilla';
import { createScanRouter } from './scan-router.ts';
import { soundRefusal } from './sound-refusal.ts';

/** The scanner of this window: whoever takes scans, and what was refused. */
export const scanner = createScanRouter({
  sound: soundRefusal,
  isAsking: () => document.querySelector('[aria-modal="true"]') !== null,
});

/** How the scanner of this device is set. */
export interface ScannerSetting {
  /** The fewest characters of a code. Shorter ones are taken for typing. */
  readonly shortest: number;
}

export const SHORTEST_CODES = [4, 6, 8] as const;

export const scannerSetting = createStore<ScannerSetting>(() => ({ shortest: 6 }));
