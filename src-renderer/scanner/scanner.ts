import { createScanRouter } from './scan-router.ts';
import { soundRefusal } from './sound-refusal.ts';

/** The scanner of this window: whoever takes scans, and what was refused. */
export const scanner = createScanRouter({
  sound: soundRefusal,
  isAsking: () => document.querySelector('[aria-modal="true"]') !== null,
});
