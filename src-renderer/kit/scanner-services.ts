import type { StoreApi } from 'zustand/vanilla';
import type { LineScanner } from '../../domain/device/scanner.ts';

/**
 * A scanner that the device host reads. `gone` where it was there since the app was opened and is not now; `away` where it was not yet.
 * The others as for a card terminal: this device was never paired with the device host of its machine, or the host does not run.
 */
export interface ScannerState {
  readonly scanner: LineScanner;
  readonly status: 'there' | 'away' | 'gone' | 'not_paired' | 'no_host';
}

export interface ScannerServices {
  /** The scanners that are set, in their order. */
  readonly state: StoreApi<readonly ScannerState[]>;
}
