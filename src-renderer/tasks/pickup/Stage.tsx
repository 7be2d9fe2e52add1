import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import styles from './Pickup.module.css';
import { words } from '../../../texts/words/words.ts';

export interface StageProps {
  /** The places of the store; where it has none, a place is typed. */
  readonly places: readonly string[];
  readonly busy: boolean;
  readonly onStage: (place: string) => void;
}

/** Where an order waits for its customer: the place is touched, scanned or typed. */
export function Stage({ places, busy, onStage }: StageProps) {
  const [other, setOther] = useState('');
  return (
    <>
      <h3 className={styles.ask}>{words('pickup.where')}</h3>
      <div className={styles.places}>
        {places.map((place) => (
          <Button key={place} size="xl" disabled={busy} onClick={() => onStage(place)}>
            {place}
          </Button>
        ))}
      </div>
      {places.length === 0 && (
        <form
          className={styles.code}
          onSubmit={(event) => {
            event.preventDefault();
            onStage(other);
          }}
        >
          <TextInput
            className={styles.grow}
            label={words('pickup.location')}
            maxLength={40}
            value={other}
            onChange={(event) => setOther(event.currentTarget.value)}
          />
          <Button type="submit" disabled={busy}>
            {words('pickup.stage')}
          </Button>
        </form>
      )}
    </>
  );
}
