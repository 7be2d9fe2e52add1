import { Fragment } from 'react';
import styles from './Shift.module.css';

/** Amounts under one another, each with what it is. */
export function ShiftFigures({ figures }: { readonly figures: readonly (readonly [label: string, value: string])[] }) {
  return (
    <dl className={styles.figures}>
      {figures.map(([label, value], index) => (
        // The same label may stand there twice: cash was paid out for cleaning twice.
        <Fragment key={`${index} ${label}`}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
