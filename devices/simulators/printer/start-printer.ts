import { writeAddress } from '../../base/simulated-address.ts';
import { serveControl } from '../page/serve-control.ts';
import { printerControls } from './control.ts';
import { SimulatedPrinter } from './printer.ts';
import { serveRaw } from './serve-raw.ts';

export interface StartPrinter {
  /** Where it leaves word where it is; nowhere without one. */
  readonly folder: string | null;
  /** Where a till speaks to it; 0 for any free port. */
  readonly port: number;
  /** Where its page is; 0 for any free port. */
  readonly controlPort: number;
  /** What it understands. */
  readonly language: SimulatedPrinter['language'];
}

/** A simulated receipt printer with paper in it and a closed drawer, ready to be asked. */
export async function startPrinter({ folder, port, controlPort, language }: StartPrinter) {
  const printer = new SimulatedPrinter();
  printer.language = language;
  const escpos = await serveRaw(printer, port);
  const address = { host: '127.0.0.1', port: escpos.port };
  if (folder !== null) writeAddress(folder, address);
  const control = await serveControl(printerControls({ printer, escpos, address }), controlPort);
  return {
    address,
    controlUrl: `http://127.0.0.1:${control.port}`,
    async close(): Promise<void> {
      await escpos.close();
      await control.close();
    },
  };
}
