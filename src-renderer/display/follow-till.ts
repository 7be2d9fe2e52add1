import { type Channel, type FromDisplay, fromTill, GONE_MS, HELLO_MS } from '../kit/customer-view/display-channel.ts';
import type { CustomerView } from '../kit/customer-view/customer-view.ts';

export interface TillWays {
  readonly channel: Channel;
  /** Null while no till answers. */
  readonly onView: (view: CustomerView | null) => void;
  readonly onClose: () => void;
}

export interface FollowedTill {
  /** Hands on what was scanned into the window of the display. */
  scanned(code: string): void;
  /** @param isLeaving whether the window goes away. */
  stop(isLeaving: boolean): void;
}

/** Follows the till of this browser: asks every two seconds, and hears of changes at once. */
export function followTill({ channel, onView, onClose }: TillWays): FollowedTill {
  const say = (message: FromDisplay) => channel.postMessage(message);
  let silence: ReturnType<typeof setTimeout> | undefined;
  const waitForWord = () => {
    clearTimeout(silence);
    silence = setTimeout(() => onView(null), GONE_MS);
  };
  channel.onmessage = ({ data }) => {
    const said = fromTill.safeParse(data);
    if (!said.success) return;
    if (said.data.kind === 'close') return onClose();
    waitForWord();
    onView(said.data.view);
  };
  waitForWord();
  say({ kind: 'hello' });
  const asking = setInterval(() => say({ kind: 'hello' }), HELLO_MS);
  return {
    scanned: (code) => say({ kind: 'scanned', code }),
    stop(isLeaving) {
      clearTimeout(silence);
      clearInterval(asking);
      if (isLeaving) say({ kind: 'bye' });
      channel.close();
    },
  };
}
