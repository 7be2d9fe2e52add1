import type { Page } from '@playwright/test';

/** Times that the page took, read inside the page: from the time stamp of a key to after the paint that it caused. */
export interface PaintWatch {
  /** Forgets what was measured so far. */
  start(): Promise<void>;
  /** Milliseconds for each key that was followed by a paint of what is watched. */
  stop(): Promise<number[]>;
}

/**
 * Watches a part of the page: each time the key comes (`null`: any key) and that part of the page changes after it, the
 * time from the key's own time stamp to after the next paint is kept.
 * @param selector what changes.
 */
export async function watchPaint(page: Page, key: string | null, selector: string): Promise<PaintWatch> {
  await page.evaluate(
    ([watchedKey, watched]) => {
      const times: number[] = [];
      let pressed: number | null = null;
      (globalThis as unknown as { paintTimes: number[] }).paintTimes = times;
      window.addEventListener(
        'keydown',
        (event) => {
          if (watchedKey === null || event.key === watchedKey) pressed = event.timeStamp;
        },
        { capture: true },
      );
      new MutationObserver((changes) => {
        if (pressed === null) return;
        const root = document.querySelector(watched);
        const hit = changes.some((change) => {
          const node = change.target instanceof Element ? change.target : change.target.parentElement;
          return (root?.contains(node) ?? false) || [...change.addedNodes].some((added) => added instanceof Element && (added.matches(watched) || added.querySelector(watched) !== null));
        });
        if (!hit) return;
        const from = pressed;
        pressed = null;
        // The message is handled after the frame that this change is painted in.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => times.push(performance.now() - from);
          port2.postMessage(null);
        });
      }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: false });
    },
    [key, selector] as const,
  );
  return {
    start: () => page.evaluate(() => void (globalThis as unknown as { paintTimes: number[] }).paintTimes.splice(0)),
    stop: () => page.evaluate(() => [...(globalThis as unknown as { paintTimes: number[] }).paintTimes]),
  };
}

/** A page that answers a key by adding one plain line to a list: the least that any till can do. */
export async function barePage(page: Page, filter: readonly string[]): Promise<void> {
  await page.setContent('<input autofocus aria-label="bare"><ul id="bare"></ul>');
  await page.evaluate((names) => {
    const list = document.querySelector('#bare');
    const field = document.querySelector('input');
    window.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter') return;
      const line = document.createElement('li');
      line.textContent = `Line ${list?.childElementCount ?? 0}`;
      list?.append(line);
    });
    field?.addEventListener('input', () => {
      const word = field.value.toLowerCase();
      const found = names.filter((name) => name.includes(word)).slice(0, 12);
      list?.replaceChildren(...found.map((name) => Object.assign(document.createElement('li'), { textContent: name })));
    });
    field?.focus();
  }, filter);
}
