import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { words } from '../../../../texts/words/words.ts';
import type { AgeState } from '../use-age.ts';
import { SidePanel } from './SidePanel.tsx';
import styles from './SidePanel.module.css';

export interface AgePanelProps extends Omit<AgeState, 'asked'> {
  /** In years. */
  readonly asked: number;
}

/** Asks for the birth date of a customer. Nothing is paid before, and scans are taken meanwhile. */
export function AgePanel({ asked, goods, onBirthDate, onLookedAt, onRefuse, onLater }: AgePanelProps) {
  const [birthDate, setBirthDate] = useState('');
  return (
    <SidePanel title={words('counter.ageTitle', { age: asked })} tone="warn" onClose={onLater}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (birthDate !== '') onBirthDate(asked, birthDate);
        }}
      >
        <p className={styles.text}>{goods.join(' · ')}</p>
        <TextInput
          data-first
          type="date"
          label={words('counter.birthDate')}
          description={words('counter.birthDateHint')}
          value={birthDate}
          onChange={(event) => setBirthDate(event.currentTarget.value)}
        />
        <Button type="submit" size="lg" disabled={birthDate === ''}>
          {words('counter.ageCheck')}
        </Button>
        <Button variant="default" size="lg" onClick={() => onLookedAt(asked)}>
          {words('counter.ageLookedAt')}
        </Button>
        <div className={styles.end}>
          <Button variant="default" size="lg" onClick={onRefuse}>
            {words('counter.ageRefuse')}
          </Button>
        </div>
      </form>
    </SidePanel>
  );
}
