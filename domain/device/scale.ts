import { z } from 'zod';
import { networkFields, serialFields } from './device-place.ts';

/** Which scale a register asks, and where it is. */
export const scale = z.union([
  /** The register has no scale: weights are typed. */
  z.strictObject({ driver: z.literal('none') }),
  /** The simulated scale of the machine on which the register runs. */
  z.strictObject({ driver: z.literal('simulator') }),
  /** A scale that speaks the NCI protocol (SCP-01), on the local network or at a serial port. */
  z.strictObject({ driver: z.literal('nci'), ...networkFields }),
  z.strictObject({ driver: z.literal('nci'), ...serialFields }),
]);

export type Scale = z.infer<typeof scale>;
