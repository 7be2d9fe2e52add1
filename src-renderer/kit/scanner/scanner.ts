import { withoutPrefix } from '../../../domain/barcodes/wedge-text.ts';
import { isDialogOpen } from '../is-dialog-open.ts';
import { createScanRouter, type ScanRouter } from './scan-router.ts';
import { soundRefusal, soundTaken } from './scan-sounds.ts';
import { typedBefore } from './scanner-setting.ts';

const router = createScanRouter({
  soundRefused: soundRefusal,
  soundTaken,
  isAsking: isDialogOpen,
  now: () => Date.now(),
});

/** The scanner of this window: whoever takes scans, and what was refused. Codes come without what scanners type before them. */
export const scanner: ScanRouter = { ...router, scan: (code) => router.scan(withoutPrefix(code, typedBefore.getState())) };
