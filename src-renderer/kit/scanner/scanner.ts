import { isDialogOpen } from '../is-dialog-open.ts';
import { createScanRouter } from './scan-router.ts';
import { soundRefusal } from './sound-refusal.ts';

/** The scanner of this window: whoever takes scans, and what was refused. */
export const scanner = createScanRouter({
  sound: soundRefusal,
  isAsking: isDialogOpen,
  now: () => Date.now(),
});
