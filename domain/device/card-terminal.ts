import { z } from 'zod';
import { entityId } from '../base/envelope.ts';
import { text } from '../base/text.ts';
import { networkHost } from './network-host.ts';

/** The name of the simulated terminal, of which there is one on a machine. */
export const SIMULATED_POI_ID = 'SIM400-000000001';

const PEM = /^\s*-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]+-----END CERTIFICATE-----\s*$/;

/** Which card terminal a register asks, and where it is. */
export const cardTerminal = z.discriminatedUnion('driver', [
  /** The register takes no cards. */
  z.strictObject({ driver: z.literal('none') }),
  /** The simulated terminal of the machine on which the register runs. It moves no money. */
  z.strictObject({ driver: z.literal('simulator') }),
  /** A terminal on the local network that speaks nexo Sale to POI. */
  z.strictObject({
    driver: z.literal('nexo'),
    /** Its name or its address. */
    host: networkHost,
    port: z.number().int().min(1).max(65_535),
    /** Its own id: the model and the serial number. */
    poiId: entityId,
    /** Its own certificate, or the authority's that signed it, as PEM. */
    certificate: text.max(20_000).regex(PEM, 'A certificate is PEM: it begins with -----BEGIN CERTIFICATE-----.'),
  }),
]);

export type CardTerminal = z.infer<typeof cardTerminal>;

/** The id of a terminal; null where there is none. */
export function poiIdOf(terminal: CardTerminal): string | null {
  if (terminal.driver === 'none') return null;
  return terminal.driver === 'simulator' ? SIMULATED_POI_ID : terminal.poiId;
}
