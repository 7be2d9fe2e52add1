import { Button } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import styles from './Settings.module.css';
import { words } from '../../texts/words/words.ts';

interface RowListProps<R> {
  readonly rows: readonly R[];
  /** A new row. */
  readonly empty: R;
  readonly addLabel: string;
  readonly fields: (row: R, put: (part: Partial<R>) => void, number: number) => ReactNode;
  readonly onChange: (rows: readonly R[]) => void;
}

/** Rows of a setting that are added, changed and removed. */
export function RowList<R>({ rows: first, empty, addLabel, fields, onChange }: RowListProps<R>) {
  const [rows, setRows] = useState(() => first.map((row, id) => ({ id, row })));
  const change = (next: typeof rows) => {
    setRows(next);
    onChange(next.map(({ row }) => row));
  };
  return (
    <>
      {rows.map(({ id, row }, index) => (
        <div key={id} className={styles.rate}>
          {fields(row, (part) => change(rows.map((one) => (one.id === id ? { id, row: { ...row, ...part } } : one))), index + 1)}
          <Button variant="subtle" color="red" onClick={() => change(rows.filter((one) => one.id !== id))}>
            {words('settings.remove')}
          </Button>
        </div>
      ))}
      <Button variant="default" onClick={() => change([...rows, { id: Math.max(-1, ...rows.map(({ id }) => id)) + 1, row: empty }])}>
        {addLabel}
      </Button>
    </>
  );
}
