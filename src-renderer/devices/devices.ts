import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DeviceCaller } from '../../domain/device/device-contract.ts';
import type { PairAnswer } from '../kit/card-services.ts';

/** Whether the device host of this machine can be asked. */
export interface HostState {
  readonly status: 'not_paired' | 'away' | 'open';
}

/** The device host of this machine, whatever way leads to it. */
export interface Devices {
  readonly call: DeviceCaller;
  readonly state: StoreApi<HostState>;
  /** Makes the host know this device, by the code that it shows. */
  pair(code: string): Promise<PairAnswer>;
  stop(): void;
}

/** A machine without devices. */
export function noDevices(): Devices {
  return {
    call: () => Promise.resolve({ ok: false, code: 'not_sent' }),
    state: createStore<HostState>(() => ({ status: 'not_paired' })),
    pair: () => Promise.resolve('no_host'),
    stop: () => undefined,
  };
}
