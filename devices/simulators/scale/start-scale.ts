import { writeAddress } from '../../base/simulated-address.ts';
import { serveControl } from '../page/serve-control.ts';
import { scaleControls } from './control.ts';
import { SimulatedScale } from './scale.ts';
import { serveNci } from './serve-nci.ts';

export interface StartScale {
  /** Where it leaves word where it is; nowhere without one. */
  readonly folder: string | null;
  /** Where a till speaks to it; 0 for any free port. */
  readonly port: number;
  /** Where its page is; 0 for any free port. */
  readonly controlPort: number;
}

/** A simulated scale with nothing on it, ready to be asked. */
export async function startScale({ folder, port, controlPort }: StartScale) {
  const scale = new SimulatedScale();
  const nci = await serveNci(scale, port);
  const address = { host: '127.0.0.1', port: nci.port };
  if (folder !== null) writeAddress(folder, address);
  const control = await serveControl(scaleControls({ scale, nci, address }), controlPort);
  return {
    address,
    controlUrl: `http://127.0.0.1:${control.port}`,
    async close(): Promise<void> {
      await nci.close();
      await control.close();
    },
  };
}
