import { createDeviceHost } from '../../../devices/host/device-host.ts';
import { poleDisplays } from '../../../devices/pole/pole-display.ts';
import { POLE_COMMANDS, type PoleDisplay, type PolePort } from '../../../domain/device/pole.ts';
import { poleClient } from '../../../src-renderer/devices/pole-client.ts';
import { onLine, startSerialLine } from '../../support/serial-line.ts';
import { bridgedDevices, socketedDevices } from './terminal-ways.ts';

interface Place {
  readonly host: string;
  readonly port: number;
}

/** A way from a till to its pole display. */
export interface PoleWay {
  at(place: Place): PolePort;
  close(): Promise<void>;
}

const on = (place: Place, commands: (typeof POLE_COMMANDS)[number]) => ({ ...place, commands, codePage: 'cp858' as const });
const network = (place: Place): PoleDisplay => ({ driver: 'network', ...on(place, 'cd5220') });

/** The driver, to a display at a serial port. @param place where the simulated one is. */
export async function serialPole(place: Place): Promise<PoleWay> {
  const line = await startSerialLine(place);
  const set = { serial: line.name, baud: 9_600, dataBits: 8, parity: 'none', flow: 'none' } as const;
  const port = poleDisplays()({ driver: 'serial', commands: 'cd5220', codePage: 'cp858', ...set });
  return { at: () => onLine(line, port), close: () => line.close() };
}

/** Every way from a till to a pole display, and each set of commands. @param simulators the folder of the simulated devices. */
export const POLE_WAYS: readonly (readonly [name: string, open: (simulators: string) => Promise<PoleWay>])[] = [
  ...POLE_COMMANDS.map((commands): readonly [string, () => Promise<PoleWay>] => [
    `the driver itself, as ${commands}`,
    () => {
      const displays = poleDisplays();
      return Promise.resolve({ at: (place) => displays({ driver: 'network', ...on(place, commands) }), close: () => Promise.resolve() });
    },
  ]),
  [
    'a WebSocket on loopback',
    async () => {
      const { devices, close } = await socketedDevices(createDeviceHost({ simulators: () => null }));
      return { at: (place) => poleClient(devices.call, () => network(place)), close };
    },
  ],
  [
    'the bridge of the desktop app',
    () => {
      const devices = bridgedDevices(createDeviceHost({ simulators: () => null }));
      return Promise.resolve({ at: (place) => poleClient(devices.call, () => network(place)), close: () => Promise.resolve() });
    },
  ],
  [
    'the setting of the simulated display',
    async (simulators) => {
      const { devices, close } = await socketedDevices(createDeviceHost({ simulators: () => simulators }));
      return { at: () => poleClient(devices.call, () => ({ driver: 'simulator' })), close };
    },
  ],
];
