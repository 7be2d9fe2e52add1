import { Button, NativeSelect } from '@mantine/core';
import type { Carton } from '../../../domain/labels/settings.ts';
import { filledBy, type ToPack } from '../../../domain/labels/suggest-carton.ts';
import { words } from '../../../texts/words/words.ts';

export interface CartonChoiceProps {
  readonly boxes: readonly Carton[];
  readonly goods: readonly ToPack[];
  readonly suggested: Carton | null;
  /** The name of the carton that was chosen; null for another one. */
  readonly value: string | null;
  readonly onChange: (name: string | null) => void;
}

/** The carton of a parcel: each with how full it gets, where the sizes are known, and the one that fits best. */
export function CartonChoice({ boxes, goods, suggested, value, onChange }: CartonChoiceProps) {
  if (boxes.length === 0) return null;
  const labelOf = (one: Carton): string => {
    const filled = goods.length === 0 ? null : filledBy(goods, one);
    if (filled === null) return one.name;
    const told = { name: one.name, percent: Math.ceil(filled / 10) };
    return one === suggested ? words('picking.suggested', told) : words('picking.filled', told);
  };
  return (
    <>
      {suggested !== null && value === null && (
        <Button variant="light" size="lg" onClick={() => onChange(suggested.name)}>
          {words('picking.takeCarton', { name: suggested.name })}
        </Button>
      )}
      <NativeSelect
        label={words('picking.carton')}
        size="lg"
        value={value ?? ''}
        onChange={(event) => onChange(event.currentTarget.value === '' ? null : event.currentTarget.value)}
        data={[{ value: '', label: words('picking.otherCarton') }, ...boxes.map((one) => ({ value: one.name, label: labelOf(one) }))]}
      />
    </>
  );
}
