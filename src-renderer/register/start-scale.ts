import { scaleSetting } from '../../domain/device/settings.ts';
import { settingOf } from '../../domain/settings/setting-of.ts';
import type { Devices } from '../devices/devices.ts';
import { scaleClient } from '../devices/scale-client.ts';
import { watchScale } from '../devices/watch-scale.ts';
import type { RegisterServices } from '../kit/register-services.ts';
import type { RegisterParts } from './register-parts.ts';
import { settingsChanged } from './settings-changed.ts';

export interface RunningScale extends Pick<RegisterServices, 'scale'> {
  stop(): void;
}

/** Starts to watch the scale that is set for the register, whichever that is at the time. */
export function startScale({ identity, view, random, onError }: RegisterParts, devices: Devices): RunningScale {
  const set = () => settingOf(view.reader, scaleSetting, identity);
  const scale = watchScale({
    scale: scaleClient(devices.call, set),
    name: () => (set().driver === 'none' ? null : JSON.stringify(set())),
    host: devices.state,
    onError,
    random,
  });
  const unsubscribe = view.store.subscribe((state, before) => {
    if (settingsChanged(state, before)) scale.look();
  });
  return {
    scale,
    stop() {
      unsubscribe();
      scale.stop();
    },
  };
}
