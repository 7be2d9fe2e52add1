import type { PauseReason } from '../../domain/capacity/store-capacity.ts';
import { words } from '../../texts/words/words.ts';

/** Why a store takes no orders, in words. */
export function pauseReasonWords(): Readonly<Record<PauseReason, string>> {
  return {
    too_busy: words('capacity.reason.too_busy'),
    short_staffed: words('capacity.reason.short_staffed'),
    no_driver: words('capacity.reason.no_driver'),
    system_trouble: words('capacity.reason.system_trouble'),
    other: words('capacity.reason.other'),
  };
}
