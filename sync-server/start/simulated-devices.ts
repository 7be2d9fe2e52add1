import type { SimulatorUrls } from '../pages/simulator-routes.ts';
import { readUpsAddress, type UpsAddress } from '../outbound/ups-address.ts';
import type { SmtpAddress } from '../outbound/smtp-address.ts';
import type { Output } from './open-logger.ts';
import { root } from './project-root.ts';
import type { StartOptions } from './read-options.ts';
import { type RunningDevices, startDevices } from './start-devices.ts';

/** The simulated devices of `npm start`, which a company that is not the sample does not have. */
export interface SimulatedDevices {
  /** Where each of them is shown; undefined while none runs. */
  simulatorUrls(): SimulatorUrls | undefined;
  /** Where mail is handed over; null while none runs. */
  mailServer(): SmtpAddress | null;
  /** Where labels are bought; null while none runs. */
  carrierAccount(): UpsAddress | null;
  /** Starts them and says how to use them. @returns the address that pairs a browser of this machine; the plain one where none runs. */
  start(url: string): Promise<string>;
  close(): Promise<void>;
}

/** An address that pairs the browser that opens it. What follows `#` is sent to nobody and stands in no log of a server. */
function pairingAddress(url: string, code: string): string {
  return `${url}/#pair=${code}`;
}

/** @param data the server's own folder. */
export function simulatedDevices({ port, devicesPort }: StartOptions, data: string, say: Output['say']): SimulatedDevices {
  let running: RunningDevices | null = null;
  let starting: Promise<unknown> = Promise.resolve();
  return {
    simulatorUrls: () => running?.urls,
    mailServer: () => (running === null ? null : { ...running.mailServer, security: 'none', user: null }),
    carrierAccount: () => (running === null ? null : readUpsAddress(running.carrierAccount)),
    async start(url) {
      const began = startDevices({
        root,
        data,
        port: devicesPort,
        origins: [...new Set([url, ...['localhost', '127.0.0.1'].map((name) => `${new URL(url).protocol}//${name}:${port}`)])],
        onCode: (code) => say(`  Next browser   ${pairingAddress(url, code)}`),
      });
      starting = began.catch(() => undefined);
      try {
        running = await began;
      } catch (error) {
        say(`  Pay by card    not now: ${error instanceof Error ? error.message : String(error)}`);
        return url;
      }
      const address = pairingAddress(url, running.code);
      say(`  Pay by card    open ${address} in a browser here: it can ask the card terminal then`);
      say(`  The devices    ${url}/sim shows them, with their buttons`);
      return address;
    },
    async close() {
      await starting;
      await running?.close();
    },
  };
}
