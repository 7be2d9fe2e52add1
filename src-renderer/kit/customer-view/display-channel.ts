import { z } from 'zod';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { CustomerFeed } from './customer-feed.ts';
import { customerView } from './customer-view.ts';

/** Where the till and its display hear each other: windows of one browser. */
export const DISPLAY_CHANNEL = 'outpost-customer-display';

/** How often a display says that it is there, in milliseconds. A till is gone for it after three that nobody answers. */
export const HELLO_MS = 2_000;
export const GONE_MS = 3 * HELLO_MS;

/** What a display says. */
const fromDisplay = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('hello') }),
  z.object({ kind: z.literal('bye') }),
  /** Its window had the keyboard when something was scanned: the till takes it. */
  z.object({ kind: z.literal('scanned'), code: z.string().min(1).max(500) }),
]);

/** What the till says. */
export const fromTill = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('view'), view: customerView }),
  z.object({ kind: z.literal('close') }),
]);

export type FromDisplay = z.infer<typeof fromDisplay>;
export type FromTill = z.infer<typeof fromTill>;

export type Channel = Pick<BroadcastChannel, 'postMessage' | 'onmessage' | 'close'>;

export interface DisplayServer {
  /** Whether a display is open. */
  readonly state: StoreApi<{ readonly isOpen: boolean }>;
  /** Tells the displays of this till to close. */
  closeDisplays(): void;
  stop(): void;
}

/** Serves the displays of this till, and works for them only while there is one. @param onScan takes what was scanned into a display. */
export function serveDisplays(feed: CustomerFeed, channel: Channel, onScan: (code: string) => void): DisplayServer {
  const state = createStore(() => ({ isOpen: false }));
  let stopWatching: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const post = (message: FromTill) => channel.postMessage(message);

  function forget(): void {
    clearTimeout(timer);
    stopWatching?.();
    stopWatching = null;
    state.setState({ isOpen: false });
  }

  function greet(): void {
    clearTimeout(timer);
    timer = setTimeout(forget, GONE_MS);
    stopWatching ??= feed.watch((view) => post({ kind: 'view', view }));
    state.setState({ isOpen: true });
    const view = feed.now();
    if (view !== null) post({ kind: 'view', view });
  }

  channel.onmessage = ({ data }) => {
    const said = fromDisplay.safeParse(data);
    if (!said.success) return;
    if (said.data.kind === 'hello') greet();
    else if (said.data.kind === 'bye') forget();
    else onScan(said.data.code);
  };
  return {
    state,
    closeDisplays: () => post({ kind: 'close' }),
    stop() {
      forget();
      channel.close();
    },
  };
}
