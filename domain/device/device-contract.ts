import { z } from 'zod';
import { entityId } from '../base/envelope.ts';
import { cardTerminal } from './card-terminal.ts';
import type { DeviceMethod } from './device-methods.ts';
import { labelPrinter } from './label-printer.ts';
import { poleDisplay, poleReply, poleText } from './pole.ts';
import { scale } from './scale.ts';
import { heardScanner, lineScanner, scannerNews } from './scanner.ts';
import { drawerConnector, kickReply, printerStatus, printJob, printJobId, printReply } from './printer.ts';
import { receiptPrinter } from './receipt-printer.ts';
import {
  abortRequest,
  diagnosis,
  payReply,
  payRequest,
  reverseReply,
  reverseRequest,
  serviceId,
  statusReply,
  statusRequest,
  totalsReply,
  totalsRequest,
} from './terminal.ts';
import { weighing } from './weighing.ts';

/** Which terminal is asked, and in whose name. Every request says it, so that the host keeps no state that could be old. */
export const terminalPlace = z.strictObject({
  terminal: cardTerminal,
  /** The till's id; the same for as long as the register lives. */
  saleId: entityId,
  /** The shift in which it is asked: terminals that know shifts count by it. Left out where none is open. */
  shiftId: entityId.exactOptional(),
});

export type TerminalPlace = z.infer<typeof terminalPlace>;

/** What each method of the device host takes and gives, whatever carries the calls. */
export const deviceContract = {
  'terminal.pay': { args: z.tuple([terminalPlace, payRequest]), value: payReply },
  'terminal.reverse': { args: z.tuple([terminalPlace, reverseRequest]), value: reverseReply },
  'terminal.status': { args: z.tuple([terminalPlace, statusRequest]), value: statusReply },
  'terminal.abort': { args: z.tuple([terminalPlace, abortRequest]), value: z.null() },
  'terminal.diagnose': { args: z.tuple([terminalPlace, serviceId]), value: diagnosis },
  'terminal.totals': { args: z.tuple([terminalPlace, totalsRequest]), value: totalsReply },
  'scale.weigh': { args: z.tuple([scale]), value: weighing },
  'scale.zero': { args: z.tuple([scale]), value: weighing },
  /** An event: answers when the scale looks different from the look that is named. */
  'scale.next': { args: z.tuple([scale, weighing.nullable()]), value: weighing },
  'printer.print': { args: z.tuple([receiptPrinter, printJob]), value: printReply },
  'printer.kick': { args: z.tuple([receiptPrinter, printJobId, drawerConnector]), value: kickReply },
  'printer.watch': { args: z.tuple([receiptPrinter, printerStatus.nullable()]), value: printerStatus },
  'pole.show': { args: z.tuple([poleDisplay, poleText]), value: poleReply },
  /** An event: answers when a scanner has sent something, has come or has gone. */
  'scanner.next': { args: z.tuple([lineScanner, heardScanner.nullable()]), value: scannerNews },
  'label.print': { args: z.tuple([labelPrinter, printJob]), value: printReply },
} satisfies Record<DeviceMethod, { args: z.ZodType; value: z.ZodType }>;

export type DeviceArgs<M extends DeviceMethod> = z.infer<(typeof deviceContract)[M]['args']>;
export type DeviceValue<M extends DeviceMethod> = z.infer<(typeof deviceContract)[M]['value']>;

/** What came of a call: `not_sent` when the host has not begun it, `lost` when it may have. */
export type DeviceAnswer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly code: 'not_sent' | 'lost' };

/** Carries a call to the device host and brings back what came of it. Never rejects. */
export type DeviceCaller = (method: DeviceMethod, args: readonly unknown[]) => Promise<DeviceAnswer>;
