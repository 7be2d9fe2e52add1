import { Button, TextInput } from '@mantine/core';
import { useEffect, useEffectEvent, useState } from 'react';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { isDialogOpen } from '../../kit/is-dialog-open.ts';
import { Notice } from '../../kit/Notice.tsx';
import { useNow } from '../../kit/use-now.ts';
import { unitWords } from '../../kit/order-words.ts';
import { waitSentence } from './code-guesses.ts';
import { type Stays, stayingOf } from './not-taken.ts';
import styles from './Pickup.module.css';
import { StayingNotice } from './StayingNotice.tsx';
import { words } from '../../../texts/words/words.ts';
import { richWords } from '../../words/rich-words.tsx';

export interface HandOverProps {
  readonly order: FulfillmentOrder;
  /** The pickup code that was checked and is right; null before. */
  readonly code: string | null;
  /** Milliseconds for which no code is looked at now. */
  readonly wait: () => number;
  readonly busy: boolean;
  /** A code to be checked. */
  readonly onCheck: (code: string) => void;
  /** The checked code is not wanted any more. */
  readonly onForget: () => void;
  readonly onHandOver: () => void;
  /** What the customer does not take. */
  readonly stays: Stays;
}

function handOverWords(taken: number, units: number): string {
  if (taken === units) return words('pickup.handOver', { units: unitWords(units) });
  return taken === 0 ? words('pickup.takesNothing') : words('pickup.handOverPart', { taken, units: unitWords(units) });
}

/** Two steps: the customer's code is checked, and then, by a press of its own, the goods are handed over. */
export function HandOver({ order, code, wait, busy, onCheck, onForget, onHandOver, stays }: HandOverProps) {
  const [text, setText] = useState('');
  useNow(1000);
  const left = wait();
  const matches = code !== null;
  const units = order.lines.reduce((sum, line) => sum + line.picked, 0);
  const taken = units - stayingOf(order, stays).reduce((sum, { quantity }) => sum + quantity, 0);
  const shelf = order.state.status === 'ready' ? order.state.stagingLocation : '';

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key !== 'F12') return;
    event.preventDefault();
    if (matches && !busy && !isDialogOpen() && !event.repeat) onHandOver();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);

  return (
    <>
      <p className={styles.ask}>
        {richWords('pickup.onShelf', {
          shelf: <strong>{shelf}</strong>,
          units: unitWords(units),
          name: <strong>{order.customer.name}</strong>,
        })}
      </p>
      <form
        className={styles.code}
        onSubmit={(event) => {
          event.preventDefault();
          if (!matches && left === 0 && text.trim() !== '') onCheck(text);
        }}
      >
        <TextInput
          className={styles.grow}
          size="lg"
          label={words('pickup.code')}
          description={words('pickup.codeHint')}
          autoComplete="off"
          autoCapitalize="characters"
          autoFocus={!matches}
          maxLength={20}
          value={code ?? text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            if (matches) onForget();
          }}
        />
        <Button type="submit" size="lg" variant="default" disabled={matches || left > 0 || text.trim() === ''}>
          {words('pickup.checkCode')}
        </Button>
      </form>
      {matches && <Notice tone="good">{words('pickup.codeMatches', { name: order.customer.name })}</Notice>}
      {matches && <StayingNotice order={order} stays={stays} />}
      {left > 0 && !matches && <Notice tone="warn">{waitSentence(left)}</Notice>}
      {/* Never where the cursor goes by itself: no Enter of a scan or of the code may press it. */}
      <Button
        size="xl"
        disabled={!matches || busy}
        aria-keyshortcuts="F12"
        onClick={(event) => {
          // The second half of a double click was meant for something else.
          if (event.detail < 2) onHandOver();
        }}
      >
        {handOverWords(matches ? taken : units, units)} <kbd className={styles.key}>F12</kbd>
      </Button>
    </>
  );
}
