import styles from './SidePanel.module.css';

export interface ChoiceProps<C extends string> {
  readonly legend: string;
  readonly name: string;
  readonly of: readonly C[];
  readonly chosen: C | null;
  readonly label: (choice: C) => string;
  readonly onChoose: (choice: C) => void;
}

/** One of a few, as buttons of which one is pressed. */
export function Choice<C extends string>({ legend, name, of, chosen, label, onChoose }: ChoiceProps<C>) {
  return (
    <fieldset className={styles.choices} data-wide={of.length !== 3 || undefined}>
      <legend>{legend}</legend>
      {of.map((one) => (
        <label key={one}>
          <input type="radio" name={name} checked={one === chosen} onChange={() => onChoose(one)} />
          {label(one)}
        </label>
      ))}
    </fieldset>
  );
}
