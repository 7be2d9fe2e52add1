import { Button, Textarea } from '@mantine/core';
import { useState } from 'react';
import { words } from '../../../../texts/words/words.ts';
import type { CounterLine } from '../cart-lines.ts';
import { SidePanel } from './SidePanel.tsx';
import styles from './SidePanel.module.css';

/** As long as the note of a line may be. */
const LONGEST = 300;

export interface NotePanelProps {
  readonly line: CounterLine;
  readonly onNote: (note: string) => void;
  readonly onClose: () => void;
}

/** A note on a line: about the goods, never about the customer (rule A2). */
export function NotePanel({ line, onNote, onClose }: NotePanelProps) {
  const [text, setText] = useState(line.note ?? '');
  return (
    <SidePanel title={words('counter.noteTitle', { name: line.name })} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          onNote(text);
        }}
      >
        <Textarea
          data-first
          label={words('counter.note')}
          description={words('counter.noteHint')}
          autosize
          minRows={3}
          maxLength={LONGEST}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey) return;
            event.preventDefault();
            onNote(text);
          }}
        />
        <div className={styles.end}>
          <Button type="submit" size="lg">
            {words('counter.noteSave')}
          </Button>
        </div>
      </form>
    </SidePanel>
  );
}
