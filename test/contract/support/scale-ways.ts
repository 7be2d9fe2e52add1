import { createDeviceHost } from '../../../devices/host/device-host.ts';
import { nciScales } from '../../../devices/nci/nci-scale.ts';
import type { Scale } from '../../../domain/device/scale.ts';
import type { ScalePort } from '../../../domain/device/weighing.ts';
import { scaleClient } from '../../../src-renderer/devices/scale-client.ts';
import { onLine, startSerialLine } from '../../support/serial-line.ts';
import { bridgedDevices, socketedDevices } from './terminal-ways.ts';

interface ScaleAddress {
  readonly host: string;
  readonly port: number;
}

/** A way from a till to its scale. */
export interface ScaleWay {
  at(address: ScaleAddress): ScalePort;
  close(): Promise<void>;
}

const nci = ({ host, port }: ScaleAddress): Scale => ({ driver: 'nci', host, port });
const hostOfSimulators = (simulators: string) => createDeviceHost({ simulators: () => simulators });

/** Every way from a till to a scale. @param simulators the folder of the simulated devices. */
export const SCALE_WAYS: readonly (readonly [name: string, open: (simulators: string) => Promise<ScaleWay>])[] = [
  ['the driver itself', () => Promise.resolve({ at: nciScales(), close: () => Promise.resolve() })],
  [
    'a WebSocket on loopback',
    async (simulators) => {
      const { devices, close } = await socketedDevices(hostOfSimulators(simulators));
      return { at: (address) => scaleClient(devices.call, () => nci(address)), close };
    },
  ],
  [
    'the bridge of the desktop app',
    (simulators) => {
      const devices = bridgedDevices(hostOfSimulators(simulators));
      return Promise.resolve({ at: (address) => scaleClient(devices.call, () => nci(address)), close: () => Promise.resolve() });
    },
  ],
  [
    'the setting of the simulated scale',
    async (simulators) => {
      const { devices, close } = await socketedDevices(hostOfSimulators(simulators));
      return { at: () => scaleClient(devices.call, () => ({ driver: 'simulator' })), close };
    },
  ],
];

/** The driver, to a scale at a serial port. @param address where the simulated one is. */
export async function serialScale(address: ScaleAddress): Promise<ScaleWay> {
  const line = await startSerialLine(address);
  // As many scales are set when they are new.
  const port = nciScales()({ serial: line.name, baud: 9_600, dataBits: 7, parity: 'even', flow: 'none' });
  return { at: () => onLine(line, port), close: () => line.close() };
}
