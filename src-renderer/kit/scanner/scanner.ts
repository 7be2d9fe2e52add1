import { isDialogOpen } from '../is-dialog-open.ts';
import { createScanRouter } from './scan-router.ts';
import { soundRefusal, soundTaken } from './scan-sounds.ts';

/** The scanner of this window: whoever takes scans, and what was refused. */
export const scanner = createScanRouter({
  soundRefused: soundRefusal,
  soundTaken,
  isAsking: isDialogOpen,
  now: () => Date.now(),
});
