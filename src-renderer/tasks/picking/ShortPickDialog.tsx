import { NumberInput, Text } from '@mantine/core';
import { useState } from 'react';
import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import type { ShortPickReason } from '../../../domain/fulfillment/fulfillment-order.ts';
import { shortPickEffects, shortPickWords, unitWords } from '../../kit/order-words.ts';
import { ReasonDialog } from '../../kit/ReasonDialog.tsx';
import { useCurrent } from '../../kit/register-context.tsx';
import { missingSentence } from './missing-sentence.ts';
import { offerSubstitutes, othersWanting } from './missing-units.ts';
import type { WaveStop } from './wave-list.ts';
import { words } from '../../../texts/words/words.ts';

/** More order numbers than anybody reads. */
const NAMED = 5;

export interface ShortPickDialogProps {
  readonly stop: WaveStop;
  readonly onChoose: (reason: ShortPickReason, missing: number) => void;
  readonly onClose: () => void;
}

/** How many are missing, what happens to them, who else wants the article, and why they are missing. */
export function ShortPickDialog({ stop, onChoose, onClose }: ShortPickDialogProps) {
  const current = useCurrent(fulfillmentOrderDocument);
  const [entered, setEntered] = useState<number | string>(stop.toPick);
  // While somebody was asked, a colleague may have picked some of them.
  const missing = Math.min(typeof entered === 'number' && entered >= 1 ? entered : 1, stop.toPick);
  const { offered, rest, restUnits } = offerSubstitutes(stop, missing);
  const toReplace = offered.reduce((sum, { units }) => sum + units, 0);
  const others = othersWanting(current.values(), stop.sku, new Set(stop.orders.map((order) => order.fulfillmentOrderId)));
  const named = others.slice(0, NAMED).map(({ orderNumber, units }) => `${orderNumber} (${units})`);
  const orders = named.join(', ') + (others.length > NAMED ? ' …' : '');
  return (
    <ReasonDialog
      question={{
        title: words('picking.whatHappened', { name: stop.name }),
        explanation: words('picking.cannotBePicked', { units: unitWords(missing), sentence: missingSentence(rest, restUnits) }),
      }}
      reasons={shortPickWords()}
      effects={shortPickEffects()}
      onChoose={(reason) => onChoose(reason, missing)}
      onClose={onClose}
    >
      {stop.toPick > 1 && (
        <NumberInput
          label={words('picking.howManyMissing')}
          size="lg"
          min={1}
          max={stop.toPick}
          allowDecimal={false}
          value={entered}
          onChange={setEntered}
        />
      )}
      {toReplace > 0 && <Text>{words('picking.insteadNext', { units: unitWords(toReplace) })}</Text>}
      {others.length > 0 && <Text>{words('picking.othersWant', { count: others.length, orders })}</Text>}
    </ReasonDialog>
  );
}
