import { Button } from '@mantine/core';
import { useId } from 'react';
import { DoubtDialog } from '../DoubtDialog.tsx';
import { effectSentence } from './effect-words.ts';
import { choiceSentence } from './exception-words.ts';
import styles from './Exceptions.module.css';
import { ResolveInputs } from './ResolveInputs.tsx';
import { type ResolutionOptions, useResolution } from './use-resolution.ts';
import { words } from '../../../texts/words/words.ts';

export interface ResolveFormProps extends ResolutionOptions {
  readonly busy: boolean;
}

/** The choices of an exception: say what happened, enter what it asks for, see what that does, and confirm. */
export function ResolveForm({ busy, ...options }: ResolveFormProps) {
  const { goods, find } = options;
  const resolution = useResolution(options);
  const { choices, chosen, named, quantity, doubted } = resolution;
  const name = useId();
  return (
    <form className={styles.form} onSubmit={resolution.submit}>
      <fieldset className={styles.choices}>
        <legend className={styles.ask}>{words('exceptions.whatHappened')}</legend>
        {choices.map((choice) => (
          <label key={choice.id} className={styles.choice} data-chosen={chosen?.id === choice.id}>
            <input type="radio" name={name} checked={chosen?.id === choice.id} onChange={() => resolution.choose(choice)} />
            <span>{choiceSentence(options.exception.kind, choice.id)}</span>
          </label>
        ))}
      </fieldset>
      {chosen !== null && <ResolveInputs chosen={chosen} find={find} resolution={resolution} />}
      <div className={styles.confirm}>
        <p className={styles.effect} aria-live="polite">
          {chosen === null ? words('exceptions.nothingYet') : effectSentence(chosen, goods, quantity, named)}
        </p>
        <Button type="submit" size="lg" disabled={busy || chosen === null}>
          {words('exceptions.resolve')}
        </Button>
      </div>
      <DoubtDialog question={doubted} onConfirm={resolution.resolve} onBack={resolution.goBack} />
    </form>
  );
}
