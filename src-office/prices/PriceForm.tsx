import { TextInput } from '@mantine/core';
import { useState } from 'react';
import type { ListPrice } from '../../domain/price-lists/price-list.ts';
import { words } from '../../texts/words/words.ts';
import { useOffice } from '../base/office-context.tsx';
import { OfficeForm } from '../base/OfficeForm.tsx';
import { useForm } from '../base/use-form.ts';
import { type PriceDraft, readPriceDraft } from './price-draft.ts';

export interface PriceFormProps {
  readonly draft: PriceDraft;
  readonly currency: string;
  readonly onSubmit: (price: ListPrice) => Promise<void>;
  readonly onClose: () => void;
}

/** One price with its first day. With another first day it is a new price, and the one before stays until then. */
export function PriceForm({ draft: given, currency, onSubmit, onClose }: PriceFormProps) {
  const { explain } = useOffice();
  const [draft, setDraft] = useState(given);
  const put = (part: Partial<PriceDraft>) => setDraft({ ...draft, ...part });
  const read = readPriceDraft(draft, currency);
  const wrong = (field: keyof PriceDraft) => draft[field].trim() !== '' && read === field && words('prices.notValid');
  const form = useForm(explain, async () => {
    if (typeof read !== 'string') await onSubmit(read);
  });
  const label = words('prices.priceForm');
  return (
    <OfficeForm label={label} send={words('access.save')} form={form} isReady={typeof read !== 'string'} onClose={onClose}>
      <TextInput
        label={words('prices.sku')}
        autoComplete="off"
        readOnly={given.sku !== ''}
        value={draft.sku}
        onChange={(event) => put({ sku: event.currentTarget.value })}
      />
      <TextInput
        label={words('prices.price', { currency })}
        inputMode="decimal"
        autoComplete="off"
        value={draft.price}
        error={wrong('price')}
        onChange={(event) => put({ price: event.currentTarget.value })}
      />
      <TextInput
        label={words('prices.breaks')}
        description={words('prices.breaksText')}
        autoComplete="off"
        value={draft.breaks}
        error={wrong('breaks')}
        onChange={(event) => put({ breaks: event.currentTarget.value })}
      />
      <TextInput
        label={words('prices.startsOn')}
        description={words('prices.priceStartsOnText')}
        type="date"
        value={draft.startsOn}
        error={wrong('startsOn')}
        onChange={(event) => put({ startsOn: event.currentTarget.value })}
      />
      <TextInput
        label={words('prices.endsOn')}
        description={words('prices.priceEndsOnText')}
        type="date"
        value={draft.endsOn}
        error={wrong('endsOn')}
        onChange={(event) => put({ endsOn: event.currentTarget.value })}
      />
    </OfficeForm>
  );
}
