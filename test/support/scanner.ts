import type { CDPSession, Page } from '@playwright/test';

/** Milliseconds between the keys of a scanner. */
const KEY_GAP_MS = 10;

const sessions = new WeakMap<Page, Promise<CDPSession>>();

function sessionOf(page: Page): Promise<CDPSession> {
  const known = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, known);
  return known;
}

/**
 * Types a code and Enter as a keyboard-wedge scanner does. The keys carry the times at which a scanner presses them,
 * however long a busy machine takes to hand them on. Resolves when the page has handled all of them.
 */
export async function scanInto(page: Page, code: string): Promise<void> {
  const session = await sessionOf(page);
  const from = Date.now() - (code.length + 1) * KEY_GAP_MS;
  const keys = [...code].map((key) => ({ key, text: key, windowsVirtualKeyCode: key.toUpperCase().charCodeAt(0) }));
  const presses = [...keys, { key: 'Enter', text: '\r', windowsVirtualKeyCode: 13 }].flatMap((key, index) => {
    const timestamp = (from + index * KEY_GAP_MS) / 1000;
    return [
      session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key, timestamp }),
      session.send('Input.dispatchKeyEvent', { type: 'keyUp', key: key.key, windowsVirtualKeyCode: key.windowsVirtualKeyCode, timestamp }),
    ];
  });
  await Promise.all(presses);
}
