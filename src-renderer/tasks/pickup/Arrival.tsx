import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { noteArrival } from '../../../domain/fulfillment/arrive.ts';
import { fulfillmentOrderDocument } from '../../../domain/fulfillment/documents.ts';
import { type FulfillmentOrder, hasEnded } from '../../../domain/fulfillment/fulfillment-order.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useNow } from '../../kit/use-now.ts';
import type { Steps } from '../picking/use-steps.ts';
import { arrivalWords } from './promise.ts';
import styles from './Pickup.module.css';
import { words } from '../../../texts/words/words.ts';

/** A customer who waits outside: since when and where, or the form that says that they came. */
export function Arrival({ order, steps }: { readonly order: FulfillmentOrder; readonly steps: Steps }) {
  const now = useNow(15_000);
  const [asking, setAsking] = useState(false);
  const [bay, setBay] = useState('');
  if (hasEnded(order)) return null;
  const said = arrivalWords(order, now);

  async function note(): Promise<void> {
    const recorded = await steps.take(
      [({ reader }) => noteArrival(reader.get(fulfillmentOrderDocument, order.id) ?? order, bay)],
      words('pickup.arrivalNoted'),
    );
    if (recorded.length > 0) setAsking(false);
  }

  return (
    <>
      {said !== null && <Notice tone="warn">{said}</Notice>}
      {asking ? (
        <form
          className={styles.code}
          onSubmit={(event) => {
            event.preventDefault();
            void note();
          }}
        >
          <TextInput
            className={styles.grow}
            label={words('pickup.bay')}
            description={words('pickup.bayHint')}
            autoComplete="off"
            autoFocus
            maxLength={20}
            value={bay}
            onChange={(event) => setBay(event.currentTarget.value)}
          />
          <Button type="submit" disabled={steps.busy}>
            {words('pickup.noteArrival')}
          </Button>
        </form>
      ) : (
        <Button className={styles.reject ?? ''} variant="subtle" disabled={steps.busy} onClick={() => setAsking(true)}>
          {words(said === null ? 'pickup.isOutside' : 'pickup.otherBay')}
        </Button>
      )}
    </>
  );
}
