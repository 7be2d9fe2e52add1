import type { StoreApi } from 'zustand/vanilla';
import type { PrintDocument } from '../../domain/device/print-document.ts';
import type { PrinterStatus, PrintReply } from '../../domain/device/printer.ts';

/** The receipt printer of a register. Without one, or on a device that is paired with no device host, the browser prints. */
export interface PrinterState {
  readonly isSet: boolean;
  /** As it was last seen; null before. */
  readonly status: PrinterStatus | null;
}

export interface PrinterServices {
  readonly state: StoreApi<PrinterState>;
  /** Prints once for each id: see the contract of printers. Never rejects. */
  print(id: string, document: PrintDocument): Promise<PrintReply>;
}
