import { createStore } from 'zustand/vanilla';
import { labelPrinterSetting } from '../../domain/device/settings.ts';
import { settingOf } from '../../domain/settings/setting-of.ts';
import type { Devices } from '../devices/devices.ts';
import { labelClient } from '../devices/label-client.ts';
import type { PrinterServices, PrinterState } from '../kit/printer-services.ts';
import type { RegisterParts } from './register-parts.ts';
import { settingsChanged } from './settings-changed.ts';

export interface RunningLabelPrinter {
  readonly labelPrinter: PrinterServices;
  stop(): void;
}

/** Uses the label printer that the settings of the register name. How it is, is asked with each job: nobody waits for a label. */
export function startLabelPrinter(
  { identity, view }: Pick<RegisterParts, 'identity' | 'view'>,
  devices: Pick<Devices, 'call' | 'state'>,
): RunningLabelPrinter {
  const set = () => settingOf(view.reader, labelPrinterSetting, identity);
  const isSet = () => set().driver !== 'none' && devices.state.getState().status !== 'not_paired';
  const port = labelClient(devices.call, set);
  const state = createStore<PrinterState>(() => ({ isSet: isSet(), status: null }));
  function look(): void {
    if (isSet() !== state.getState().isSet) state.setState({ isSet: isSet() });
  }
  const unsubscribe = [
    devices.state.subscribe(look),
    view.store.subscribe((now, before) => {
      if (settingsChanged(now, before)) look();
    }),
  ];
  return {
    labelPrinter: { state, print: (id, document) => port.print({ id, document }) },
    stop() {
      for (const end of unsubscribe) end();
    },
  };
}
