import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { receiptSeller, receiptText } from '../../domain/sale/settings.ts';
import { words } from '../../src-renderer/words/words.ts';
import type { EditorProps } from './editor-props.ts';
import { LinesEditor } from './LinesEditor.tsx';
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
      <LinesEditor label={words('settings.aboveSold')} value={value.header} onChange={(header) => change({ header: header ?? [] })} />
      <LinesEditor label={words('settings.belowSold')} value={value.footer} onChange={(footer) => change({ footer: footer ?? [] })} />
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
    </>
  );
}
