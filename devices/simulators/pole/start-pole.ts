import { z } from 'zod';
import { writeAddress } from '../../base/simulated-address.ts';
import { serveControl } from '../page/serve-control.ts';
import { polePage, poleParts, type PoleView } from './page.ts';
import { SimulatedPole } from './pole.ts';
import { servePole } from './serve-pole.ts';

export interface StartPole {
  /** Where it leaves word where it is; nowhere without one. */
  readonly folder: string | null;
  /** Where a till speaks to it; 0 for any free port. */
  readonly port: number;
  /** Where its page is; 0 for any free port. */
  readonly controlPort: number;
}

const flag = z.strictObject({ on: z.boolean() });

/** A simulated pole display with nothing on it. */
export async function startPole({ folder, port, controlPort }: StartPole) {
  const pole = new SimulatedPole();
  const server = await servePole(pole, port);
  const address = { host: '127.0.0.1', port: server.port };
  if (folder !== null) writeAddress(folder, address);
  const view = (): PoleView => ({ lines: pole.shown, isAway: server.isAway, isStuck: server.isStuck });
  const control = await serveControl(
    {
      actions: {
        async '/away'(body) {
          await server.setAway(flag.parse(body).on);
          return true;
        },
        '/stuck'(body) {
          server.setStuck(flag.parse(body).on);
          return true;
        },
      },
      page: (language) => polePage(language, view()),
      parts: (language) => poleParts(language, view()),
      state: () => ({ address, ...view(), unknown: pole.unknown }),
    },
    controlPort,
  );
  return {
    address,
    controlUrl: `http://127.0.0.1:${control.port}`,
    async close(): Promise<void> {
      await server.close();
      await control.close();
    },
  };
}
