import { z } from 'zod';
import { text } from '../base/text.ts';

/** The simulated devices of a counter and the simulated outside world, by the names of their commands. */
export const SIMULATED_DEVICES = ['terminal', 'scale', 'printer', 'pole', 'scanner', 'labels', 'mail', 'carrier'] as const;

export type SimulatedDevice = (typeof SIMULATED_DEVICES)[number];

/** The account that the simulated carrier knows. No secret: it sends nothing and charges nobody. */
export const SIMULATED_CARRIER = { clientId: 'outpost', secret: 'simulated', shipperNumber: 'A1B2C3' } as const;

/** What a simulated device tells whoever started it: where its buttons are, and where it is spoken to. */
export const simulatorStarted = z.strictObject({
  controlUrl: text,
  address: z.object({ host: text, port: z.number().int() }),
});

/** What the device host tells whoever started it: the pairing code, at its start and whenever there is a new one. */
export const pairingShown = z.strictObject({ code: text });
