import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { SIMULATED_POI_ID } from '../../../domain/device/card-terminal.ts';
import { writeAddress } from '../../base/simulated-address.ts';
import { ownCertificate } from '../own-certificate.ts';
import { serveControl } from '../page/serve-control.ts';
import { terminalControls } from './control.ts';
import { openLedger } from './ledger.ts';
import { serveNexo } from './serve-nexo.ts';
import { SimulatedTerminal } from './terminal.ts';

export interface StartTerminal {
  /** Where its certificate and what it has done are kept; nowhere without one. */
  readonly folder: string | null;
  /** Where a till speaks to it; 0 for any free port. */
  readonly port: number;
  /** Where its buttons are; 0 for any free port. */
  readonly controlPort: number;
}

/** A simulated card terminal, ready to be asked. */
export async function startTerminal({ folder, port, controlPort }: StartTerminal) {
  if (folder !== null) mkdirSync(folder, { recursive: true });
  const certificate = await ownCertificate(folder, SIMULATED_POI_ID);
  const ledger = openLedger(folder === null ? null : join(folder, 'ledger.json'));
  const terminal = new SimulatedTerminal(ledger, () => new Date(), randomUUID);
  const nexo = await serveNexo(terminal, certificate, port);
  const address = { host: '127.0.0.1', port: nexo.port, poiId: SIMULATED_POI_ID, certificate: certificate.cert };
  if (folder !== null) writeAddress(folder, address);
  const control = await serveControl(terminalControls({ terminal, ledger, nexo, address }), controlPort);
  return {
    address,
    controlUrl: `http://127.0.0.1:${control.port}`,
    async close(): Promise<void> {
      await nexo.close();
      await control.close();
    },
  };
}
