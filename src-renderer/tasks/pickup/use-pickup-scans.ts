import { looksSigned } from '../../../domain/fulfillment/signed-code.ts';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import type { PickupStep } from './pickup-list.ts';
import type { PickupSteps } from './use-pickup-steps.ts';
import { words } from '../../../texts/words/words.ts';

export interface PickupScans extends Pick<PickupSteps, 'pick' | 'check'> {
  readonly step: PickupStep;
  /** The places of which one is asked for now; none where no place is. */
  readonly places: readonly string[];
  /** Opens what a code belongs to; gives null, or why nothing was opened. */
  readonly onFind: (code: string) => Promise<string | null>;
  readonly onPlace: (place: string) => void;
  /** The code fits this order. */
  readonly onFits: () => void;
}

/** What a scan does while a pickup is open: it picks, names a place, finds or checks. It hands nothing over. */
export function usePickupScans({ step, places, pick, check, onFind, onPlace, onFits }: PickupScans): void {
  /** It opens its own order, and says of itself what is wrong with it. */
  async function scanSigned(scanned: string): Promise<string | null> {
    const refusal = await onFind(scanned);
    if (refusal === null) onFits();
    return refusal;
  }

  useScanner(
    async (scanned) => {
      if (looksSigned(scanned)) return scanSigned(scanned);
      if (step === 'prepare') return pick(scanned);
      const place = places.find((one) => one.toUpperCase() === scanned.trim().toUpperCase());
      if (place !== undefined) return onPlace(place), null;
      if (step !== 'ready') return (await onFind(scanned)) === null ? null : words('pickup.nothingHas', { code: scanned });
      // Another order's code opens that one; whether it is this one's too is for the customer to tell.
      if ((await onFind(scanned)) === null) return onFits(), null;
      const refusal = check(scanned);
      if (refusal !== null) return words('pickup.codeThen', { code: scanned, sentence: refusal });
      onFits();
      return null;
    },
    { layer: 'detail' },
  );
}
