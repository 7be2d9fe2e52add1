import { type DeviceCaller, deviceContract } from '../../domain/device/device-contract.ts';
import type { LabelPort, LabelPrinter } from '../../domain/device/label-printer.ts';

/** A label printer that is reached through the device host. @param printer which one, asked anew for each call. */
export function labelClient(call: DeviceCaller, printer: () => LabelPrinter): LabelPort {
  return {
    async print(job) {
      const answer = await call('label.print', [printer(), job]);
      if (!answer.ok && answer.code === 'not_sent') return { kind: 'not_reachable' };
      // The host may have sent it: nobody knows what came out.
      const read = answer.ok ? deviceContract['label.print'].value.safeParse(answer.value).data : undefined;
      return read ?? { kind: 'unsure', why: 'silent' };
    },
  };
}
