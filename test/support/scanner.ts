import type { CDPSession, Page } from '@playwright/test';

/** How a scanner is set. */
export interface ScannerPace {
  /** Milliseconds between its keys. */
  readonly gapMs?: number;
  /** The keys that it sends after each code. */
  readonly suffix?: readonly ('Enter' | 'Tab')[];
}

const SUFFIX_KEYS = {
  Enter: { key: 'Enter', text: '\r', windowsVirtualKeyCode: 13 },
  Tab: { key: 'Tab', windowsVirtualKeyCode: 9 },
} as const;

const sessions = new WeakMap<Page, Promise<CDPSession>>();

function sessionOf(page: Page): Promise<CDPSession> {
  const known = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, known);
  return known;
}

/**
 * Types a code and its suffix as a keyboard-wedge scanner does. The keys carry the times at which a scanner presses them,
 * however long a busy machine takes to hand them on. Resolves when the page has handled all of them.
 */
export async function scanInto(page: Page, code: string, { gapMs = 10, suffix = ['Enter'] }: ScannerPace = {}): Promise<void> {
  const session = await sessionOf(page);
  const from = Date.now() - (code.length + suffix.length) * gapMs;
  const keys = [...code].map((key) => ({ key, text: key, windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0) }));
  const presses = [...keys, ...suffix.map((key) => SUFFIX_KEYS[key])].flatMap((key, index) => {
    const timestamp = (from + index * gapMs) / 1000;
    return [
      session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key, timestamp }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: key.key, windowsVirtualKeyCode: key.windowsVirtualKeyCode, timestamp }),
    ];
  });
  await Promise.all(presses);
}
