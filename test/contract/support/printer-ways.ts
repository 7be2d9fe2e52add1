import { createDeviceHost, type DeviceHost } from '../../../devices/host/device-host.ts';
import type { PrinterOptions } from '../../../devices/printing/network-printer.ts';
import type { PrinterPort } from '../../../domain/device/printer.ts';
import type { ReceiptPrinter } from '../../../domain/device/receipt-printer.ts';
import { printerClient } from '../../../src-renderer/devices/printer-client.ts';
import { bridgedDevices, socketedDevices } from './terminal-ways.ts';

/** A way from a till to its printer. */
export interface PrinterWay {
  at(printer: ReceiptPrinter): PrinterPort;
  close(): Promise<void>;
}

/** Printers of the tests give up sooner, but not before a busy computer has let them answer. */
export const HASTY: PrinterOptions = { proofWithinMs: 1_500, stateWithinMs: 1_000, watchForMs: 1_000, lookEveryMs: 50 };

export const hostFor = (simulators: string | null, jobsFile?: string): DeviceHost =>
  createDeviceHost({ simulators: () => simulators, printing: HASTY, ...(jobsFile === undefined ? {} : { jobsFile }) });

/** The host itself, without a way to it. */
export function hostPrinter(host: DeviceHost, printer: ReceiptPrinter): PrinterPort {
  return {
    print: (job) => host['printer.print'](printer, job),
    kick: (id, connector) => host['printer.kick'](printer, id, connector),
    watch: (known) => host['printer.watch'](printer, known),
  };
}

/** Every way from a till to a printer. */
export const PRINTER_WAYS: readonly (readonly [name: string, open: () => Promise<PrinterWay>])[] = [
  [
    'the host itself',
    () => {
      const host = hostFor(null);
      return Promise.resolve({ at: (printer) => hostPrinter(host, printer), close: () => Promise.resolve() });
    },
  ],
  [
    'a WebSocket on loopback',
    async () => {
      const { devices, close } = await socketedDevices(hostFor(null));
      return { at: (printer) => printerClient(devices.call, () => printer), close };
    },
  ],
  [
    'the bridge of the desktop app',
    () => {
      const devices = bridgedDevices(hostFor(null));
      return Promise.resolve({ at: (printer) => printerClient(devices.call, () => printer), close: () => Promise.resolve() });
    },
  ],
];
