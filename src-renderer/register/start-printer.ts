import { createStore } from 'zustand/vanilla';
import { drawerOpensSetting, receiptPrinterSetting } from '../../domain/device/settings.ts';
import type { PrinterStatus } from '../../domain/device/printer.ts';
import type { Operation } from '../../domain/registry/operations.ts';
import { shiftDocument } from '../../domain/shift/documents.ts';
import { connectorOf, drawersSetting } from '../../domain/shift/settings.ts';
import { settingOf } from '../../domain/settings/setting-of.ts';
import { keepTrying, type Loop } from '../base/keep-trying.ts';
import type { Devices } from '../devices/devices.ts';
import { printerClient } from '../devices/printer-client.ts';
import type { PrinterServices, PrinterState } from '../kit/printer-services.ts';
import { opensDrawer } from './opens-drawer.ts';
import type { RegisterParts } from './register-parts.ts';
import { settingsChanged } from './settings-changed.ts';

export interface RunningPrinter {
  readonly printer: PrinterServices;
  /** Opens the drawer for what was recorded, where it opens for that. Waits for nothing. */
  recorded(operation: Operation): void;
  stop(): void;
}

/** How long a printer that cannot be asked is left alone, in milliseconds. */
const ASK_AGAIN_MS = 5_000;

/** Starts to use the receipt printer and the drawer that the settings of the register name. */
export function startPrinter({ identity, view, random, onError }: RegisterParts, devices: Pick<Devices, 'call' | 'state'>): RunningPrinter {
  const set = () => settingOf(view.reader, receiptPrinterSetting, identity);
  const isSet = () => set().driver !== 'none' && devices.state.getState().status !== 'not_paired';
  const port = printerClient(devices.call, set);
  const state = createStore<PrinterState>(() => ({ isSet: isSet(), status: null }));
  let loop: Loop | null = null;
  let known: PrinterStatus | null = null;

  async function round(): Promise<'again' | 'wait'> {
    const said = await port.watch(known);
    if (!isSet()) return 'wait';
    if (JSON.stringify(said) !== JSON.stringify(known)) state.setState({ status: said });
    known = said;
    return said.kind === 'answered' ? 'again' : 'wait';
  }

  function look(): void {
    known = null;
    if (isSet() !== state.getState().isSet) state.setState({ isSet: isSet(), status: null });
    if (isSet() && devices.state.getState().status === 'open') {
      loop ??= keepTrying({ round, idleMs: ASK_AGAIN_MS, onError, random });
      loop.retry();
      return;
    }
    loop?.stop();
    loop = null;
    if (isSet()) state.setState({ status: { kind: 'not_reachable' } });
  }

  look();
  const unsubscribe = [
    devices.state.subscribe(look),
    view.store.subscribe((now, before) => {
      if (settingsChanged(now, before)) look();
    }),
  ];
  return {
    printer: { state, print: (id, document) => port.print({ id, document }) },
    recorded(operation) {
      if (!isSet() || !opensDrawer(operation, settingOf(view.reader, drawerOpensSetting, identity))) return;
      const shift = operation.shiftId === null ? undefined : view.reader.get(shiftDocument, operation.shiftId);
      void port.kick(operation.id, connectorOf(settingOf(view.reader, drawersSetting, identity), shift?.drawerId));
    },
    stop() {
      for (const end of unsubscribe) end();
      loop?.stop();
    },
  };
}
