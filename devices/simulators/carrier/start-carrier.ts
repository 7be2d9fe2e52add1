import { SIMULATED_CARRIER } from '../../../domain/device/started.ts';
import { writeAddress } from '../../base/simulated-address.ts';
import { serveControl } from '../page/serve-control.ts';
import { carrierControls } from './control.ts';
import { CarrierDesk } from './carrier-desk.ts';
import { serveUps, type UpsAccount } from './serve-ups.ts';

export interface StartCarrier extends Partial<Pick<UpsAccount, 'tokenSeconds'>> {
  /** Where it leaves word where it is; nowhere without one. */
  readonly folder: string | null;
  /** Where labels are bought; 0 for any free port. */
  readonly port: number;
  /** Where its page is; 0 for any free port. */
  readonly controlPort: number;
}

/** A simulated carrier that sends nothing: it shows which labels it made. */
export async function startCarrier({ folder, port, controlPort, tokenSeconds = 3_600 }: StartCarrier) {
  const desk = new CarrierDesk(SIMULATED_CARRIER.shipperNumber);
  const ups = await serveUps(desk, { ...SIMULATED_CARRIER, tokenSeconds }, port);
  const address = { host: '127.0.0.1', port: ups.port };
  if (folder !== null) writeAddress(folder, address);
  const control = await serveControl(carrierControls(desk, address), controlPort);
  return {
    address,
    desk,
    ups,
    controlUrl: `http://127.0.0.1:${control.port}`,
    async close(): Promise<void> {
      await ups.close();
      await control.close();
    },
  };
}
