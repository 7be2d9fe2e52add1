import { words } from '../../texts/words/words.ts';
import { AmountField } from '../base/AmountField.tsx';
import { useOffice } from '../base/office-context.tsx';
import type { EditorProps } from './editor-props.ts';

/** A setting that is one amount of money, in minor units of the company's currency. */
export function AmountEditor({ value, onChange }: EditorProps<number>) {
  const currency = useOffice().overview.currency ?? 'USD';
  return <AmountField label={words('settings.amountField', { currency })} currency={currency} initial={value} onChange={onChange} />;
}
