import type { StoreApi } from 'zustand/vanilla';
import type { Result } from '../../domain/base/result.ts';
import type { NoWeight, Plate, TakenWeight } from '../../domain/weighing/take-weight.ts';

/**
 * What the register knows of its scale. `why` it cannot be seen: this device was never paired with the device host of the machine, the host
 * does not run, or the scale does not answer the host.
 */
export type ScaleState =
  /** The register has none. */
  | { readonly status: 'absent' }
  | { readonly status: 'away'; readonly why: 'not_paired' | 'no_host' | 'no_scale' }
  | { readonly status: 'seen'; readonly plate: Plate };

export interface ScaleServices {
  readonly state: StoreApi<ScaleState>;
  /** Takes the weight on the plate for one line: it counts once. @param tareGrams what the packaging of the article weighs. */
  take(tareGrams: number): Result<TakenWeight, NoWeight>;
  /** Asks the scale to set itself to zero; what it shows then says whether it did. */
  zero(): void;
}
