import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { shippingRates } from '../../domain/labels/settings.ts';
import { words } from '../../texts/words/words.ts';
import { useOffice } from '../base/office-context.tsx';
import type { EditorProps } from './editor-props.ts';
import { rateLine, readRates } from './rate-lines.ts';

/** What the carrier's services cost, a line each, and since when. */
export function RatesEditor({ value, onChange }: EditorProps<typeof shippingRates.standard>) {
  const own = useOffice().overview.currency ?? 'USD';
  const [draft, setDraft] = useState({
    since: value?.since ?? '',
    currency: value?.currency ?? own,
    lines: (value?.rows ?? []).map((row) => rateLine(row, value?.currency ?? own)).join('\n'),
  });
  const change = (part: Partial<typeof draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    const currency = next.currency.trim().toUpperCase();
    const rows = /^[A-Z]{3}$/.test(currency) ? readRates(next.lines.split('\n'), currency) : null;
    const read = shippingRates.schema.safeParse({ since: next.since, currency, rows });
    onChange(read.success ? read.data : null);
  };
  return (
    <>
      <TextInput
        type="date"
        label={words('settings.rates.since')}
        defaultValue={draft.since}
        onChange={(event) => change({ since: event.currentTarget.value })}
      />
      <TextInput
        label={words('settings.rates.currency')}
        defaultValue={draft.currency}
        onChange={(event) => change({ currency: event.currentTarget.value })}
      />
      <Textarea
        label={words('settings.rates.lines')}
        description={words('settings.rates.example')}
        autosize
        minRows={4}
        maxRows={16}
        defaultValue={draft.lines}
        onChange={(event) => change({ lines: event.currentTarget.value })}
      />
    </>
  );
}
