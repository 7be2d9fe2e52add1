import { z } from 'zod';
import { text } from '../base/text.ts';
import { networkFields, serialFields } from './device-place.ts';

/** Characters in each of the two lines. */
export const POLE_COLUMNS = 20;

/** What sets of characters pole displays have: western, western with €, central European, Cyrillic. */
export const POLE_CODE_PAGES = ['cp437', 'cp858', 'cp852', 'cp866'] as const;

/** CD5220: as most makers have them. Epson: DM-D. */
export const POLE_COMMANDS = ['cd5220', 'epson'] as const;

const poleFields = {
  commands: z.enum(POLE_COMMANDS),
  /** The set of characters that the display is set to, or is told to use. */
  codePage: z.enum(POLE_CODE_PAGES),
};

/** Which two-line display a register has for its customers, and where it is. */
export const poleDisplay = z.discriminatedUnion('driver', [
  z.strictObject({ driver: z.literal('none') }),
  /** The simulated display of the machine on which the register runs. */
  z.strictObject({ driver: z.literal('simulator') }),
  /** A display at a network address of its own, or behind a serial-to-Ethernet adapter. */
  z.strictObject({ driver: z.literal('network'), ...poleFields, ...networkFields }),
  /** A display at a serial port of the machine, or on USB with a port of that kind. */
  z.strictObject({ driver: z.literal('serial'), ...poleFields, ...serialFields }),
]);

/** One line: a text at its start, which is cut where there is no room, and an amount at its end, which is not. */
const poleLine = z.strictObject({ start: text.max(200), end: text.max(40) });

/** What stands on a display: the upper line and the lower one. */
export const poleText = z.tuple([poleLine, poleLine]);

/** What came of a text: displays do not say more than that it was sent. */
export const poleReply = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sent') }),
  /** A newer text was shown in its place. */
  z.strictObject({ kind: z.literal('replaced') }),
  z.strictObject({ kind: z.literal('not_reachable') }),
]);

export type PoleDisplay = z.infer<typeof poleDisplay>;
export type PoleLine = z.infer<typeof poleLine>;
export type PoleText = z.infer<typeof poleText>;
export type PoleReply = z.infer<typeof poleReply>;

/** A two-line display for customers. It never throws, and waits for nobody: of several texts the last one is shown. */
export interface PolePort {
  show(text: PoleText): Promise<PoleReply>;
}
