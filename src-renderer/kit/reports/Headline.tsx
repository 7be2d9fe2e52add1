import styles from './Headline.module.css';

/** A figure that stands large, with what it is called and what explains it. */
export type BigFigure = readonly [name: string, value: string, hint: string];

/** The few figures that somebody looks for first. */
export function Headline({ figures }: { readonly figures: readonly BigFigure[] }) {
  return (
    <div className={styles.headline}>
      {figures.map(([name, value, hint]) => (
        <div key={name} className={styles.big}>
          <span>{name}</span>
          <strong>{value}</strong>
          <span>{hint}</span>
        </div>
      ))}
    </div>
  );
}
