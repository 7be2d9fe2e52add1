import { Button } from '@mantine/core';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import type { Strokes } from '../../../domain/fulfillment/pickup-signature.ts';
import { pickupSignatureRule } from '../../../domain/fulfillment/settings.ts';
import { isDialogOpen } from '../../kit/is-dialog-open.ts';
import { useKeyDown } from '../../kit/use-key-down.ts';
import { unitWords } from '../../kit/order-words.ts';
import { useSetting } from '../../kit/register-context.tsx';
import { Signing } from './Signing.tsx';
import { type Stays, stayingOf } from './not-taken.ts';
import styles from './Pickup.module.css';
import { StayingNotice } from './StayingNotice.tsx';
import { WhoIsIt, type WhoIsItProps } from './WhoIsIt.tsx';
import { words } from '../../../texts/words/words.ts';
import { richWords } from '../../words/rich-words.tsx';

export interface HandOverProps extends Omit<WhoIsItProps, 'name'> {
  readonly order: FulfillmentOrder;
  /** Whether it is known who fetches it. */
  readonly isKnown: boolean;
  readonly busy: boolean;
  readonly onHandOver: () => void;
  /** Takes it to the sale, where something else is taken instead or besides. */
  readonly onSwap: () => void;
  /** What the customer does not take. */
  readonly stays: Stays;
  /** What the customer has signed; null before. */
  readonly signed: Strokes | null;
  readonly onSigned: (signed: Strokes) => void;
}

function handOverWords(taken: number, units: number): string {
  if (taken === units) return words('pickup.handOver', { units: unitWords(units) });
  return taken === 0 ? words('pickup.takesNothing') : words('pickup.handOverPart', { taken, units: unitWords(units) });
}

/** Two steps: it is checked who fetches the goods, and then, by a press of its own, they are handed over. */
export function HandOver({ order, isKnown, busy, onHandOver, onSwap, stays, signed, onSigned, ...who }: HandOverProps) {
  const units = order.lines.reduce((sum, line) => sum + line.picked, 0);
  const taken = units - stayingOf(order, stays).reduce((sum, { quantity }) => sum + quantity, 0);
  const rule = useSetting(pickupSignatureRule);
  const isReady = isKnown && (rule !== 'required' || signed !== null || taken === 0);
  const shelf = order.state.status === 'ready' ? order.state.stagingLocation : '';

  useKeyDown((event) => {
    const isSwap = event.altKey && !event.ctrlKey && !event.metaKey && event.code === 'KeyX';
    if (event.key !== 'F12' && !isSwap) return null;
    return () => isReady && !busy && !isDialogOpen() && (isSwap ? onSwap() : onHandOver());
  });

  return (
    <>
      <p className={styles.ask}>
        {richWords('pickup.onShelf', {
          shelf: <strong>{shelf}</strong>,
          units: unitWords(units),
          name: <strong>{order.customer.name}</strong>,
        })}
      </p>
      <WhoIsIt {...who} name={order.customer.name} />
      {isKnown && <StayingNotice order={order} stays={stays} />}
      {isKnown && <Signing order={order} rule={rule} taken={taken} signed={signed} busy={busy} onSigned={onSigned} />}
      {/* Never where the cursor goes by itself: no Enter of a scan or of the code may press it. */}
      <Button
        size="xl"
        disabled={!isReady || busy}
        aria-keyshortcuts="F12"
        onClick={(event) => {
          // The second half of a double click was meant for something else.
          if (event.detail < 2) onHandOver();
        }}
      >
        {handOverWords(isKnown ? taken : units, units)} <kbd className={styles.key}>F12</kbd>
      </Button>
      {isKnown && (
        <Button variant="default" size="lg" disabled={!isReady || busy} aria-keyshortcuts="Alt+X" onClick={onSwap}>
          {words('pickup.swap')} <kbd className={styles.key}>Alt+X</kbd>
        </Button>
      )}
    </>
  );
}
