import { createDeviceHost, type DeviceHost } from '../../../devices/host/device-host.ts';
import type { PrinterOptions } from '../../../devices/printing/network-printer.ts';
import type { PrinterPort } from '../../../domain/device/printer.ts';
import type { ReceiptPrinter } from '../../../domain/device/receipt-printer.ts';
import { printerClient } from '../../../src-renderer/devices/printer-client.ts';
import { hasSerialLines, onLine, startSerialLine } from '../../support/serial-line.ts';
import { bridgedDevices, socketedDevices } from './terminal-ways.ts';

/** How a serial line of the tests is set. */
export const LINE = { baud: 115_200, dataBits: 8, parity: 'none', flow: 'none' } as const;

/** A way from a till to its printer. */
export interface PrinterWay {
  at(printer: ReceiptPrinter): PrinterPort;
  close(): Promise<void>;
}

interface Place {
  readonly host: string;
  readonly port: number;
}

/** Printers of the tests give up sooner, but not before a busy computer has let them answer. */
export const HASTY: PrinterOptions = { proofWithinMs: 1_200, stateWithinMs: 800, watchForMs: 500, lookEveryMs: 50 };

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

/** The host itself, with a printer that is not on the network: its place is changed for a port of this machine. */
async function portedPrinter(place: Place, at: (name: string) => object): Promise<PrinterWay> {
  const line = await startSerialLine(place);
  const host = hostFor(null);
  return {
    at: (printer) => {
      const { host: _host, port: _port, ...rest } = printer as Extract<ReceiptPrinter, { host: string }>;
      return onLine(line, hostPrinter(host, { ...rest, ...at(line.name) } as ReceiptPrinter));
    },
    close: () => line.close(),
  };
}

/** The ways to a printer that is not on the network. @param place where the simulated one is. */
export const PORT_WAYS: readonly (readonly [name: string, open: (place: Place) => Promise<PrinterWay>])[] = hasSerialLines
  ? [
      ['a serial port', (place) => portedPrinter(place, (serial) => ({ serial, ...LINE }))],
      ['USB', (place) => portedPrinter(place, (usb) => ({ usb }))],
    ]
  : [];
