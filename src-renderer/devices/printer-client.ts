import { type DeviceCaller, deviceContract } from '../../domain/device/device-contract.ts';
import type { PrinterPort } from '../../domain/device/printer.ts';
import type { ReceiptPrinter } from '../../domain/device/receipt-printer.ts';

/** A receipt printer that is reached through the device host. @param printer which one, asked anew for each call. */
export function printerClient(call: DeviceCaller, printer: () => ReceiptPrinter): PrinterPort {
  return {
    async print(job) {
      const answer = await call('printer.print', [printer(), job]);
      if (!answer.ok && answer.code === 'not_sent') return { kind: 'not_reachable' };
      // The host may have sent it: nobody knows what is on paper.
      const read = answer.ok ? deviceContract['printer.print'].value.safeParse(answer.value).data : undefined;
      return read ?? { kind: 'unsure', why: 'silent' };
    },
    async kick(id, connector) {
      const answer = await call('printer.kick', [printer(), id, connector]);
      const read = answer.ok ? deviceContract['printer.kick'].value.safeParse(answer.value).data : undefined;
      return read ?? { kind: 'not_reachable' };
    },
    async watch(known) {
      const answer = await call('printer.watch', [printer(), known]);
      const read = answer.ok ? deviceContract['printer.watch'].value.safeParse(answer.value).data : undefined;
      return read ?? { kind: 'not_reachable' };
    },
  };
}
