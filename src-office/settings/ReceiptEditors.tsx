import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { receiptLanguages, receiptSeller, receiptText } from '../../domain/sale/settings.ts';
import { isLanguage, LANGUAGE_NAMES, LANGUAGES } from '../../texts/words/languages.ts';
import { words } from '../../texts/words/words.ts';
import type { EditorProps } from './editor-props.ts';
import { LinesEditor } from './LinesEditor.tsx';
import { ReceiptPreview } from './ReceiptPreview.tsx';
import { readSellerNumbers, sellerNumberText } from './seller-lines.ts';

/** Lines above and below what was sold. */
export function ReceiptTextEditor({ value, onChange }: EditorProps<typeof receiptText.standard>) {
  const [draft, setDraft] = useState(value);
  const change = (part: Partial<typeof receiptText.standard>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    onChange(next);
  };
  return (
    <>
      <LinesEditor
        label={words('settings.aboveSold')}
        value={value.header}
        onChange={(header) => change({ header: [...(header ?? [])] })}
      />
      <LinesEditor
        label={words('settings.belowSold')}
        value={value.footer}
        onChange={(footer) => change({ footer: [...(footer ?? [])] })}
      />
      <ReceiptPreview seller={draft} />
    </>
  );
}

/** By which names and numbers the seller stands on a receipt. */
export function SellerEditor({ value, onChange }: EditorProps<typeof receiptSeller.standard>) {
  const [draft, setDraft] = useState({ legalName: value.legalName, lines: value.numbers.map(sellerNumberText) });
  const change = (part: Partial<typeof draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    const numbers = readSellerNumbers(next.lines);
    onChange(numbers === null ? null : { legalName: next.legalName.trim(), numbers });
  };
  return (
    <>
      <TextInput
        label={words('settings.seller.legalName')}
        maxLength={80}
        defaultValue={draft.legalName}
        onChange={(event) => change({ legalName: event.currentTarget.value })}
      />
      <LinesEditor
        label={words('settings.seller.numbers')}
        value={value.numbers.map(sellerNumberText)}
        onChange={(lines) => change({ lines: [...(lines ?? [])] })}
      />
      <ReceiptPreview seller={{ legalName: draft.legalName, numbers: readSellerNumbers(draft.lines) ?? value.numbers }} />
    </>
  );
}

const NAMED = LANGUAGES.map((value) => ({ value, label: LANGUAGE_NAMES[value] }));

/** The languages of receipts: none for that of the device, or one, or two. */
export function ReceiptLanguagesEditor({ value, onChange }: EditorProps<typeof receiptLanguages.standard>) {
  const [draft, setDraft] = useState(value);
  const [first, second] = draft;
  const change = (chosen: readonly (string | undefined)[]) => {
    const next = [...new Set(chosen.filter((one) => one !== undefined && isLanguage(one)))];
    setDraft(next);
    onChange(next);
  };
  return (
    <>
      <NativeSelect
        label={words('settings.receiptLanguages.first')}
        value={first ?? ''}
        onChange={(event) => change(event.currentTarget.value === '' ? [] : [event.currentTarget.value, second])}
        data={[{ value: '', label: words('settings.receiptLanguages.ofDevice') }, ...NAMED]}
      />
      {first !== undefined && (
        <NativeSelect
          label={words('settings.receiptLanguages.second')}
          value={second ?? ''}
          onChange={(event) => change([first, event.currentTarget.value])}
          data={[{ value: '', label: words('settings.receiptLanguages.none') }, ...NAMED.filter((one) => one.value !== first)]}
        />
      )}
      <ReceiptPreview languages={draft} />
    </>
  );
}
