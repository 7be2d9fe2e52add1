import { useState } from 'react';
import {
  type FulfillmentLine,
  type FulfillmentOrder,
  type ShortPickReason,
  unitsToPick,
} from '../../../domain/fulfillment/fulfillment-order.ts';
import { SubstituteOffers } from '../picking/SubstituteOffers.tsx';
import type { Steps } from '../picking/use-steps.ts';
import type { Replacing } from '../picking/use-substitutes.ts';
import { MissingDialog } from './MissingDialog.tsx';

export interface PickupMissingProps {
  readonly order: FulfillmentOrder;
  /** The line that cannot be picked; null where nobody said so of one. */
  readonly line: FulfillmentLine | null;
  readonly steps: Steps;
  readonly onGiveUp: (line: FulfillmentLine, reason: ShortPickReason) => void;
  readonly onClose: () => void;
}

/** Why a line of a pickup is missing, and then what its customer takes instead; nothing where they take nothing. */
export function PickupMissing({ order, line, steps, onGiveUp, onClose }: PickupMissingProps) {
  const [replacing, setReplacing] = useState<readonly Replacing[]>([]);
  const { state } = order;
  return (
    <>
      <MissingDialog
        line={line}
        onChoose={(missing, reason) =>
          missing.substitutes === undefined
            ? onGiveUp(missing, reason)
            : setReplacing([{ fulfillmentOrderId: order.id, lineNo: missing.lineNo, units: unitsToPick(missing), reason }])
        }
        onClose={onClose}
      />
      <SubstituteOffers
        {...{ steps, replacing }}
        waveId={state.status === 'picking' ? state.waveId : null}
        prefix=""
        onReplacing={setReplacing}
      />
    </>
  );
}
