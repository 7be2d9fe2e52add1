import { NumberInput, Textarea } from '@mantine/core';
import type { ExceptionChoice } from '../../../domain/exceptions/guide.ts';
import styles from './Exceptions.module.css';
import { type FindProducts, ProductField } from './ProductField.tsx';
import type { Resolution } from './use-resolution.ts';
import { words } from '../../../texts/words/words.ts';

export interface ResolveInputsProps {
  readonly chosen: ExceptionChoice;
  readonly find: FindProducts | null;
  readonly resolution: Resolution;
}

/** What a choice asks for, and room for a note. */
export function ResolveInputs({ chosen, find, resolution }: ResolveInputsProps) {
  const { sku, setSku, quantity, setQuantity, note, setNote } = resolution;
  const noteNeeded = chosen.needs.includes('note');
  return (
    <div className={styles.inputs}>
      {chosen.needs.includes('sku') && <ProductField value={sku} find={find} onChange={setSku} />}
      {chosen.needs.includes('quantity') && (
        <NumberInput
          label={words('exceptions.units')}
          min={1}
          max={1_000_000}
          allowDecimal={false}
          allowNegative={false}
          value={quantity ?? ''}
          onChange={(value) => setQuantity(typeof value === 'number' ? value : null)}
        />
      )}
      <Textarea
        label={noteNeeded ? words('exceptions.foundOut') : words('exceptions.note')}
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
  );
}
