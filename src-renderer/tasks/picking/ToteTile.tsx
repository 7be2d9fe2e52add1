import styles from './Totes.module.css';

const COLORS = 6;

/** The letter of an order in its wave, in a colour that goes with it. The letter alone tells them apart, too. */
export function ToteTile({ letter }: { readonly letter: string | null }) {
  if (letter === null) return null;
  return (
    <span className={styles.tile} data-color={(letter.charCodeAt(0) - 65) % COLORS}>
      {letter}
    </span>
  );
}
