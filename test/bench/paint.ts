import type { BrowserContext, Page } from '@playwright/test';

/** Times that the page took, read inside the page: from the time stamp of a key to after the paint that it caused. */
export interface PaintWatch {
  /** Forgets what was measured so far. */
  start(): Promise<void>;
  /**
   * Waits inside the page, without looking at it, until the next paint was timed: what looks for elements meanwhile would
   * be measured with the till. False when none came in two seconds.
   */
  next(): Promise<boolean>;
  /** Milliseconds for each key that was followed by a paint of what is watched. */
  stop(): Promise<number[]>;
}

interface Noted {
  /** The last key, with its own time stamp. */
  lastKey: { readonly key: string; readonly at: number } | null;
  readonly watches: { times: number[]; onPaint: (() => void) | null }[];
}

/** Notes every key of a page before the page's own handlers run, some of which paint at once. */
export async function noteKeys(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const noted = Object.assign(globalThis, { lastKey: null, watches: [] }) as unknown as Noted;
    window.addEventListener('keydown', (event) => (noted.lastKey = { key: event.key, at: event.timeStamp }), { capture: true });
  });
}

/**
 * Watches a part of the page: each time the key comes (`null`: any key) and that part of the page changes after it, the
 * time from the key's own time stamp to after the next paint is kept. The page's context needs {@link noteKeys}.
 * @param selector what changes.
 */
export async function watchPaint(page: Page, key: string | null, selector: string): Promise<PaintWatch> {
  const index = await page.evaluate(
    ([watchedKey, watched]) => {
      const noted = globalThis as unknown as Noted;
      const watch: Noted['watches'][number] = { times: [], onPaint: null };
      /** The key of which the paint was timed. */
      let timed: Noted['lastKey'] = null;
      const inside = (node: Node): boolean => (node instanceof Element ? node : node.parentElement)?.closest(watched) != null;
      const brings = (node: Node): boolean => node instanceof Element && node.querySelector(watched) !== null;
      new MutationObserver((changes) => {
        const pressed = noted.lastKey;
        if (pressed === null || pressed === timed || (watchedKey !== null && pressed.key !== watchedKey)) return;
        if (!changes.some((change) => inside(change.target) || [...change.addedNodes].some((node) => inside(node) || brings(node)))) return;
        timed = pressed;
        // The message is handled after the frame that this change is painted in.
        requestAnimationFrame(() => {
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => {
            watch.times.push(performance.now() - pressed.at);
            watch.onPaint?.();
          };
          port2.postMessage(null);
        });
      }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: false });
      return noted.watches.push(watch) - 1;
    },
    [key, selector] as const,
  );
  return {
    start: () => page.evaluate((at) => void (globalThis as unknown as Noted).watches[at]?.times.splice(0), index),
    next: () =>
      page.evaluate(
        (at) =>
          new Promise<boolean>((resolve) => {
            const timer = setTimeout(() => resolve(false), 2000);
            const watch = (globalThis as unknown as Noted).watches[at];
            if (watch === undefined) return;
            watch.onPaint = () => {
              clearTimeout(timer);
              resolve(true);
            };
          }),
        index,
      ),
    stop: () => page.evaluate((at) => [...((globalThis as unknown as Noted).watches[at]?.times ?? [])], index),
  };
}

/** A page that answers a key by adding one plain line to a list: the least that any till can do. */
export async function barePage(page: Page, filter: readonly string[]): Promise<void> {
  await page.goto('data:text/html,<input autofocus aria-label="bare"><ul id="bare"></ul>');
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
