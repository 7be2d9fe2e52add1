import { z } from 'zod';
import { networkHost } from './network-host.ts';

/** Which scale a register asks, and where it is. */
export const scale = z.discriminatedUnion('driver', [
  /** The register has no scale: weights are typed. */
  z.strictObject({ driver: z.literal('none') }),
  /** The simulated scale of the machine on which the register runs. */
  z.strictObject({ driver: z.literal('simulator') }),
  /** A scale that speaks the NCI protocol (SCP-01), at a network address of its own or behind a serial-to-Ethernet adapter. */
  z.strictObject({
    driver: z.literal('nci'),
    /** Its name or its address. */
    host: networkHost,
    port: z.number().int().min(1).max(65_535),
  }),
]);

export type Scale = z.infer<typeof scale>;
