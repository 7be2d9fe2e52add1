import { createContext, useContext } from 'react';
import styles from './PaperSheet.module.css';

const Mark = createContext<string | null>(null);

/** Gives every slip and report that is shown or printed a mark at its top; null gives none. */
export const PaperMarkProvider = Mark.Provider;

/** The mark of what is printed here, where there is one. */
export function PaperMark() {
  const mark = useContext(Mark);
  if (mark === null) return null;
  return (
    <p className={styles.head} data-tone="large">
      {mark}
    </p>
  );
}
