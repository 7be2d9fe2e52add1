import { type DeviceCaller, deviceContract, type TerminalPlace } from '../../domain/device/device-contract.ts';
import type { DeviceMethod } from '../../domain/device/device-methods.ts';
import type { TerminalPort } from '../../domain/device/terminal.ts';

interface Reader<R> {
  safeParse(value: unknown): { readonly data?: R | undefined };
}

/** A card terminal that is reached through the device host. @param place which one, asked anew for each message. */
export function terminalClient(call: DeviceCaller, place: () => TerminalPlace): TerminalPort {
  async function ask<R>(method: DeviceMethod, request: unknown, reader: Reader<R>) {
    const answer = await call(method, [place(), request]);
    if (!answer.ok) return { kind: answer.code === 'lost' ? 'lost' : 'not_reachable' } as const;
    // An answer that cannot be read tells nothing: only the terminal knows.
    return reader.safeParse(answer.value).data ?? ({ kind: 'lost' } as const);
  }
  return {
    pay: (request) => ask('terminal.pay', request, deviceContract['terminal.pay'].value),
    reverse: (request) => ask('terminal.reverse', request, deviceContract['terminal.reverse'].value),
    status: (request) => ask('terminal.status', request, deviceContract['terminal.status'].value),
    async abort(request) {
      await call('terminal.abort', [place(), request]);
    },
    totals: (request) => ask('terminal.totals', request, deviceContract['terminal.totals'].value),
    diagnose: (serviceId) => ask('terminal.diagnose', serviceId, deviceContract['terminal.diagnose'].value),
  };
}
