import { createDeviceHost } from '../../../devices/host/device-host.ts';
import { scannerLines } from '../../../devices/scanner/scanner-line.ts';
import type { HeardScanner, LineScanner, SCAN_ENDS, ScannerPort } from '../../../domain/device/scanner.ts';
import { scannerClient } from '../../../src-renderer/devices/scanner-client.ts';
import type { Devices } from '../../../src-renderer/devices/devices.ts';
import { onLine, startSerialLine } from '../../support/serial-line.ts';
import { bridgedDevices, socketedDevices } from './terminal-ways.ts';

interface Place {
  readonly host: string;
  readonly port: number;
}

type End = (typeof SCAN_ENDS)[number];

/** A way from a till to its scanners. */
export interface ScannerWay {
  /** @param number which of the two. */
  at(place: Place, number: 1 | 2, end: End): ScannerPort;
  close(): Promise<void>;
}

const network = (place: Place, end: End): Extract<LineScanner, { host: string }> => ({ driver: 'line', end, ...place });

/** Asks as a till does. Where it gets no answer, the test fails. */
function through(devices: Pick<Devices, 'call'>, scanner: LineScanner): ScannerPort {
  const hear = scannerClient(devices.call);
  return {
    async next(heard: HeardScanner | null) {
      const news = await hear(scanner, heard);
      if (news === null) throw new Error('The device host does not answer.');
      return news;
    },
  };
}

/** The driver, to scanners at serial ports. @param places where the simulated ones are. */
export async function serialScanners(places: readonly Place[]): Promise<ScannerWay> {
  const lines = await Promise.all(places.map((place) => startSerialLine(place)));
  const drivers = scannerLines();
  return {
    at(_place, number, end) {
      const line = lines[number - 1];
      if (line === undefined) throw new RangeError('There are two.');
      return onLine(line, drivers({ driver: 'line', end, serial: line.name, baud: 9_600, dataBits: 8, parity: 'none', flow: 'none' }));
    },
    close: async () => void (await Promise.all(lines.map((line) => line.close()))),
  };
}

/** Every way from a till to its scanners. @param simulators the folder of the simulated devices. */
export const SCANNER_WAYS: readonly (readonly [name: string, open: (simulators: string) => Promise<ScannerWay>])[] = [
  [
    'the driver itself',
    () => {
      const drivers = scannerLines();
      return Promise.resolve({ at: (place, _number, end) => drivers(network(place, end)), close: () => Promise.resolve() });
    },
  ],
  [
    'a WebSocket on loopback',
    async () => {
      const { devices, close } = await socketedDevices(createDeviceHost({ simulators: () => null }));
      return { at: (place, _number, end) => through(devices, network(place, end)), close };
    },
  ],
  [
    'the bridge of the desktop app',
    () => {
      const devices = bridgedDevices(createDeviceHost({ simulators: () => null }));
      return Promise.resolve({ at: (place, _number, end) => through(devices, network(place, end)), close: () => Promise.resolve() });
    },
  ],
  [
    'the setting of the simulated scanners',
    async (simulators) => {
      const { devices, close } = await socketedDevices(createDeviceHost({ simulators: () => simulators }));
      return { at: (_place, number) => through(devices, { driver: 'simulator', number }), close };
    },
  ],
];
