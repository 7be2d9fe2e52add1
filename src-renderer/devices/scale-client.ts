import { type DeviceCaller, deviceContract } from '../../domain/device/device-contract.ts';
import type { DeviceMethod } from '../../domain/device/device-methods.ts';
import type { Scale } from '../../domain/device/scale.ts';
import type { ScalePort, Weighing } from '../../domain/device/weighing.ts';

/** A scale that is reached through the device host. @param place which one, asked anew for each call. */
export function scaleClient(call: DeviceCaller, place: () => Scale): ScalePort {
  async function ask(method: DeviceMethod & `scale.${string}`, ...more: readonly unknown[]): Promise<Weighing> {
    const answer = await call(method, [place(), ...more]);
    if (!answer.ok) return { kind: answer.code === 'lost' ? 'silent' : 'not_reachable' };
    return deviceContract[method].value.safeParse(answer.value).data ?? { kind: 'silent' };
  }
  return {
    weigh: () => ask('scale.weigh'),
    zero: () => ask('scale.zero'),
    next: (seen) => ask('scale.next', seen),
  };
}
