import { poleDisplaySetting } from '../../domain/device/settings.ts';
import { settingOf } from '../../domain/settings/setting-of.ts';
import type { Devices } from '../devices/devices.ts';
import { poleClient } from '../devices/pole-client.ts';
import type { CustomerFeed } from '../kit/customer-view/customer-feed.ts';
import type { CustomerView } from '../kit/customer-view/customer-view.ts';
import { poleText } from '../kit/customer-view/pole-text.ts';
import type { RegisterParts } from './register-parts.ts';
import { settingsChanged } from './settings-changed.ts';

/**
 * Shows the customer's view on the two-line display that is set for the register. Nothing waits for it: a display that is away shows
 * what comes after it is back.
 * @returns stops it.
 */
export function startPole(
  { identity, view }: Pick<RegisterParts, 'identity' | 'view'>,
  devices: Pick<Devices, 'call' | 'state'>,
  feed: CustomerFeed,
): () => void {
  const set = () => settingOf(view.reader, poleDisplaySetting, identity);
  const port = poleClient(devices.call, set);
  let stopWatching: (() => void) | null = null;
  /** What stands on it, as far as is known. */
  let shown: string | null = null;

  function show(seen: CustomerView): void {
    const text = poleText(seen);
    const key = JSON.stringify(text);
    if (key === shown) return;
    shown = key;
    void port.show(text).then(({ kind }) => {
      if (kind === 'not_reachable' && shown === key) shown = null;
    });
  }

  /** Begins anew: with another display, or with a host that is there again. */
  function look(): void {
    stopWatching?.();
    shown = null;
    const isOn = set().driver !== 'none' && devices.state.getState().status === 'open';
    stopWatching = isOn ? feed.watch(show) : null;
  }

  look();
  const unsubscribe = [
    devices.state.subscribe(look),
    view.store.subscribe((now, before) => {
      if (settingsChanged(now, before)) look();
    }),
  ];
  return () => {
    for (const end of unsubscribe) end();
    stopWatching?.();
  };
}
