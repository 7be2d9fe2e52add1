import type { ChoiceMade } from '../../../domain/exceptions/resolution.ts';
import { Button, NumberInput, Textarea } from '@mantine/core';
import { type FormEvent, useId, useState } from 'react';
import type { Exception } from '../../../domain/exceptions/exception.ts';
import { EXCEPTION_GUIDE, type ExceptionChoice } from '../../../domain/exceptions/guide.ts';
import { doubtWriteOff } from '../../../domain/base/limits.ts';
import { useScanner } from '../scanner/use-scanner.ts';
import { DoubtDialog, type DoubtQuestion } from '../DoubtDialog.tsx';
import { doubtQuestion } from '../doubt-question.ts';
import { effectSentence, type NamedGoods, suggestInput } from './effect-words.ts';
import styles from './Exceptions.module.css';
import { type FindProducts, ProductField } from './ProductField.tsx';

export interface ResolveFormProps {
  readonly exception: Exception;
  readonly goods: readonly NamedGoods[];
  /** Finds products as a person types; null where only the server can tell. */
  readonly find: FindProducts | null;
  /** What the books have of a product here; left out where only the server knows. */
  readonly onHandOf?: (sku: string) => number | null;
  readonly busy: boolean;
  readonly onResolve: (made: ChoiceMade) => void;
}

/** The choices of an exception: say what happened, enter what it asks for, see what that does, and confirm. */
export function ResolveForm({ exception, goods, find, onHandOf, busy, onResolve }: ResolveFormProps) {
  const { choices } = EXCEPTION_GUIDE[exception.kind];
  const [chosen, setChosen] = useState<ExceptionChoice | null>(choices.length === 1 ? (choices[0] ?? null) : null);
  const [sku, setSku] = useState('');
  const [quantity, setQuantity] = useState<number | null>(null);
  const [note, setNote] = useState('');
  const [doubted, setDoubted] = useState<DoubtQuestion | null>(null);
  const name = useId();
  const named = sku.trim() === '' ? null : (find?.exact(sku)?.name ?? goods.find((one) => one.sku === sku.trim())?.name ?? sku.trim());

  function choose(choice: ExceptionChoice): void {
    const suggested = suggestInput(choice, goods);
    setChosen(choice);
    setSku(suggested.sku);
    setQuantity(suggested.quantity);
  }

  function submit(event: FormEvent): void {
    event.preventDefault();
    if (chosen === null) return;
    const takesOff = chosen.stock === 'named_leave' || chosen.stock === 'named_instead';
    const own = goods.find((one) => one.sku === (find?.exact(sku)?.sku ?? sku.trim()));
    const doubt =
      takesOff && quantity !== null
        ? doubtWriteOff(quantity, own?.onHand ?? onHandOf?.(find?.exact(sku)?.sku ?? sku.trim()) ?? null)
        : null;
    if (doubt === null) return resolve();
    setDoubted(doubtQuestion(doubt, `${quantity} of ${named ?? 'this'}`));
  }

  function resolve(): void {
    setDoubted(null);
    if (chosen === null) return;
    onResolve({ choice: chosen.id, sku: find?.exact(sku)?.sku ?? sku, quantity, note });
  }

  const wantsProduct = chosen?.needs.includes('sku') === true;
  useScanner(
    (code) => {
      if (!wantsProduct) return `${code} was scanned, but no product is asked for here. Choose an answer first.`;
      const product = find?.exact(code);
      if (find !== null && product === undefined) return `Nothing in the catalog has the code ${code}.`;
      setSku(product?.sku ?? code);
      return null;
    },
    { layer: 'detail' },
  );
  const noteNeeded = chosen?.needs.includes('note') === true;
  return (
    <form className={styles.form} onSubmit={submit}>
      <fieldset className={styles.choices}>
        <legend className={styles.ask}>What happened?</legend>
        {choices.map((choice) => (
          <label key={choice.id} className={styles.choice} data-chosen={chosen?.id === choice.id}>
            <input type="radio" name={name} checked={chosen?.id === choice.id} onChange={() => choose(choice)} />
            <span>{choice.sentence}</span>
          </label>
        ))}
      </fieldset>
      {chosen !== null && (
        <div className={styles.inputs}>
          {wantsProduct && <ProductField value={sku} find={find} onChange={setSku} />}
          {chosen.needs.includes('quantity') && (
            <NumberInput
              label="Units"
              className={styles.units ?? ''}
              min={1}
              max={1_000_000}
              allowDecimal={false}
              allowNegative={false}
              value={quantity ?? ''}
              onChange={(value) => setQuantity(typeof value === 'number' ? value : null)}
            />
          )}
          <Textarea
            label={noteNeeded ? 'What was found out' : 'Note (optional)'}
            required={noteNeeded}
            withAsterisk={false}
            autosize
            minRows={1}
            maxRows={4}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.currentTarget.value)}
          />
        </div>
      )}
      <div className={styles.confirm}>
        <p className={styles.effect} aria-live="polite">
          {chosen === null ? 'Choose what happened. Nothing changes before you confirm.' : effectSentence(chosen, goods, quantity, named)}
        </p>
        <Button type="submit" size="lg" disabled={busy || chosen === null}>
          Resolve
        </Button>
      </div>
      <DoubtDialog question={doubted} onConfirm={resolve} onBack={() => setDoubted(null)} />
    </form>
  );
}
