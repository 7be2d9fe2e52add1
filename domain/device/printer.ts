import { z } from 'zod';
import { text } from '../base/text.ts';
import { printDocument } from './print-document.ts';

/** Names what is printed. The host prints one id once, also after it was started again. */
export const printJobId = text.regex(/^[A-Za-z0-9._:-]{1,100}$/);

export const printJob = z.strictObject({ id: printJobId, document: printDocument });

/** Why a printer that is there does not print: it has no paper, is open, has failed, or does not answer. */
export const printTrouble = z.enum(['paper_out', 'cover_open', 'failed', 'silent']);

/**
 * What came of a job. `not_reachable` and `not_printed`: nothing of it was sent, and the same id may be tried again. `unsure`: it was sent,
 * and all of it, a part or nothing may be on paper; the same id is never sent again.
 */
export const printReply = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('printed') }),
  z.strictObject({ kind: z.literal('not_reachable') }),
  z.strictObject({ kind: z.literal('not_printed'), why: printTrouble }),
  z.strictObject({ kind: z.literal('unsure'), why: printTrouble }),
]);

/** Where a drawer is plugged in at the printer: its first connector (pin 2) or its second one (pin 5). */
export const drawerConnector = z.union([z.literal(1), z.literal(2)]);

/** What came of opening the drawer: printers do not say more than that they were told to. */
export const kickReply = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('sent') }),
  z.strictObject({ kind: z.literal('not_reachable') }),
]);

/** How a printer and its drawer are. */
export const printerStatus = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('not_reachable') }),
  /** It takes connections, and does not answer. */
  z.strictObject({ kind: z.literal('silent') }),
  z.strictObject({
    kind: z.literal('answered'),
    paper: z.enum(['enough', 'low', 'out']),
    cover: z.enum(['closed', 'open']),
    failed: z.boolean(),
    drawer: z.enum(['closed', 'open']),
  }),
]);

export type PrintJob = z.infer<typeof printJob>;
export type PrintTrouble = z.infer<typeof printTrouble>;
export type PrintReply = z.infer<typeof printReply>;
export type DrawerConnector = z.infer<typeof drawerConnector>;
export type KickReply = z.infer<typeof kickReply>;
export type PrinterStatus = z.infer<typeof printerStatus>;

/** A receipt printer with a cash drawer. No method throws, and none waits for a person. */
export interface PrinterPort {
  print(job: PrintJob): Promise<PrintReply>;
  /** Opens the drawer. @param id names the opening: the drawer opens once for it. */
  kick(id: string, connector: DrawerConnector): Promise<KickReply>;
  /** Resolves when the printer is not as it was known to be, and after a while in any case. @param known null to be told at once. */
  watch(known: PrinterStatus | null): Promise<PrinterStatus>;
}
