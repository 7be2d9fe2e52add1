import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core';
import { words } from '../../texts/words/words.ts';
import { type FieldName, FIELDS } from './promotion-fields.ts';

export interface FieldInputProps {
  readonly name: FieldName;
  readonly text: string;
  readonly isWrong: boolean;
  /** An id that is given stays. */
  readonly isFixed?: boolean;
  readonly onText: (text: string) => void;
}

const ROWS = { list: 1, parts: 2, tiers: 2 } as const;

/** What a choice is called; two fields have a choice `group`. */
function choiceWords(name: FieldName, value: string): string {
  if (name === 'cheapestOf') return words(value === 'all' ? 'promotions.choice.cheapest.all' : 'promotions.choice.cheapest.group');
  switch (value) {
    case 'group':
    case 'cheaper_units':
    case 'one_per_line':
    case 'stackable':
    case 'stops':
    case 'exclusive':
    case 'ever':
    case 'month':
    case 'year':
      return words(`promotions.choice.${value}`);
    default:
      return words('promotions.choice.standard');
  }
}

/** One field of a promotion, by what it holds. */
export function FieldInput({ name, text, isWrong, isFixed = false, onText }: FieldInputProps) {
  const field = FIELDS[name];
  const label = words(`promotions.field.${name}`);
  const error = isWrong && words('promotions.fieldWrong');
  switch (field.as) {
    case 'yes':
      return <Checkbox label={label} checked={text === 'yes'} onChange={(event) => onText(event.currentTarget.checked ? 'yes' : '')} />;
    case 'choice':
      return (
        <NativeSelect
          label={label}
          value={text}
          error={error}
          onChange={(event) => onText(event.currentTarget.value)}
          data={['', ...field.of].map((value) => ({ value, label: choiceWords(name, value) }))}
        />
      );
    case 'list':
    case 'parts':
    case 'tiers':
      return (
        <Textarea
          label={label}
          {...(field.as === 'list' && { description: words('promotions.listHint') })}
          autosize
          minRows={ROWS[field.as]}
          maxRows={8}
          autoComplete="off"
          spellCheck={false}
          value={text}
          error={error}
          onChange={(event) => onText(event.currentTarget.value)}
        />
      );
    default:
      return (
        <TextInput
          label={label}
          {...((field.as === 'date' || field.as === 'time') && { type: field.as })}
          {...((field.as === 'number' || field.as === 'money' || field.as === 'percent') && { inputMode: 'decimal' })}
          autoComplete="off"
          maxLength={200}
          disabled={isFixed}
          value={text}
          error={error}
          onChange={(event) => onText(event.currentTarget.value)}
        />
      );
  }
}
