import { type DeviceCaller, deviceContract } from '../../domain/device/device-contract.ts';
import type { PoleDisplay, PolePort } from '../../domain/device/pole.ts';

/** A two-line display that is reached through the device host. @param pole which one, asked anew for each text. */
export function poleClient(call: DeviceCaller, pole: () => PoleDisplay): PolePort {
  return {
    async show(text) {
      const answer = await call('pole.show', [pole(), text]);
      const read = answer.ok ? deviceContract['pole.show'].value.safeParse(answer.value).data : undefined;
      return read ?? { kind: 'not_reachable' };
    },
  };
}
