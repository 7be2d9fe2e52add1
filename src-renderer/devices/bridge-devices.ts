import { createStore } from 'zustand/vanilla';
import type { BridgeCode, OutpostBridge } from '../../domain/device/bridge.ts';
import type { Devices } from './devices.ts';

/** The shell refuses these before it does anything. */
const NOT_BEGUN: readonly BridgeCode[] = ['bad_request', 'unknown_method', 'untrusted_sender'];

/** The device host in the desktop app's own main process. */
export function bridgeDevices(bridge: Pick<OutpostBridge, 'devices'>): Devices {
  return {
    state: createStore(() => ({ status: 'open' as const })),
    async call(method, args) {
      try {
        const answer = await bridge.devices.call(method, [...args]);
        return answer.ok ? answer : { ok: false, code: NOT_BEGUN.includes(answer.code) ? 'not_sent' : 'lost' };
      } catch {
        return { ok: false, code: 'lost' };
      }
    },
    pair: () => Promise.resolve('paired'),
    stop: () => undefined,
  };
}
