import type { CDPSession } from '@playwright/test';
import type { PaintWatch } from './paint.ts';

/** Between two keys of a hardware scanner, in milliseconds. */
const KEY_GAP_MS = 10;

/**
 * Scans a code as hardware does: the digits carry the times at which a scanner presses them and are handled before Enter
 * is sent, as they are in the real gaps; Enter carries the time at which it is sent.
 */
async function scanAtPace(devtools: CDPSession, code: string): Promise<void> {
  const from = Date.now() - code.length * KEY_GAP_MS;
  await Promise.all(
    [...code].map((key, index) =>
      devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', key, text: key, timestamp: (from + index * KEY_GAP_MS) / 1000 }),
    ),
  );
  await devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', key: 'Enter', text: '\r' });
}

/** Scans until the line is there: on a busy machine the digits may have taken longer than any scanner. */
export async function scanLine(devtools: CDPSession, watch: PaintWatch, code: string): Promise<void> {
  for (let tries = 1; ; tries += 1) {
    const painted = watch.next();
    await scanAtPace(devtools, code);
    if (await painted) return;
    if (tries === 3) throw new Error(`The scan of ${code} was not heard; the machine is too busy to measure.`);
  }
}
