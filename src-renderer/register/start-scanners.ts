import { lineScannersSetting } from '../../domain/device/settings.ts';
import { settingOf } from '../../domain/settings/setting-of.ts';
import type { Devices } from '../devices/devices.ts';
import { scannerClient } from '../devices/scanner-client.ts';
import { watchScanners } from '../devices/watch-scanners.ts';
import { scanner } from '../kit/scanner/scanner.ts';
import type { RegisterServices } from '../kit/register-services.ts';
import type { RegisterParts } from './register-parts.ts';
import { settingsChanged } from './settings-changed.ts';

export interface RunningScanners extends Pick<RegisterServices, 'scanners'> {
  stop(): void;
}

/** Starts to listen to the scanners that are set for the register. What they scan goes where a scan of a keyboard scanner goes. */
export function startScanners({ identity, view, random, onError }: RegisterParts, devices: Devices): RunningScanners {
  const scanners = watchScanners({
    hear: scannerClient(devices.call),
    set: () => settingOf(view.reader, lineScannersSetting, identity),
    host: devices.state,
    onEvent: (event) => (event.kind === 'code' ? void scanner.scan(event.code) : scanner.misread(event.why)),
    onError,
    random,
  });
  const unsubscribe = view.store.subscribe((state, before) => {
    if (settingsChanged(state, before)) scanners.look();
  });
  return {
    scanners,
    stop() {
      unsubscribe();
      scanners.stop();
    },
  };
}
