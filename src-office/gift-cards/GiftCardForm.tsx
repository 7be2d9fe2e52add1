import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { numberedReason } from '../../domain/stored-value/operations.ts';
import { numberedKind, type StoredValue } from '../../domain/stored-value/stored-value.ts';
import { words } from '../../texts/words/words.ts';
import { AmountField } from '../base/AmountField.tsx';
import { useOffice } from '../base/office-context.tsx';
import { OfficeForm } from '../base/OfficeForm.tsx';
import { useForm } from '../base/use-form.ts';

export interface GiftCardFormProps {
  readonly number: string;
  /** Null for one that is issued with it. */
  readonly value: StoredValue | null;
  readonly onDone: (value: StoredValue) => void;
  readonly onClose: () => void;
}

type Reason = (typeof numberedReason.options)[number];
type Kind = (typeof numberedKind.options)[number];

const DIRECTIONS = ['add', 'take'] as const;

/** Issues a gift card or store credit, puts money on one, or takes it off. */
export function GiftCardForm({ number, value, onDone, onClose }: GiftCardFormProps) {
  const { client, explain, overview } = useOffice();
  const currency = value?.currency ?? overview.currency ?? 'USD';
  // One id for the form: sent twice it counts once.
  const [operationId] = useState(() => uuidv7());
  const [direction, setDirection] = useState<(typeof DIRECTIONS)[number]>('add');
  const [minor, setMinor] = useState<number | null>(null);
  const [kind, setKind] = useState<Kind>(value?.kind === 'store_credit' ? 'store_credit' : 'gift_card');
  const [storeId, setStoreId] = useState(value?.storeId ?? overview.stores[0]?.id ?? '');
  const [reason, setReason] = useState<Reason>(value === null ? 'issued' : 'correction');
  const [note, setNote] = useState('');
  const isReady = minor !== null && minor > 0 && storeId !== '';
  const form = useForm(explain, async () => {
    const differenceMinor = direction === 'add' ? (minor ?? 0) : -(minor ?? 0);
    onDone(await client.adjustStoredValue({ operationId, number, storeId, kind, currency, differenceMinor, reason, note: note.trim() }));
  });
  const label = words(value === null ? 'giftCards.issue' : 'giftCards.change');
  return (
    <OfficeForm label={label} send={label} form={form} isReady={isReady} onClose={onClose}>
      {value === null ? (
        <>
          <NativeSelect
            label={words('giftCards.kind')}
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value as Kind)}
            data={numberedKind.options.map((one) => ({ value: one, label: words(`payment.kind.${one}`) }))}
          />
          <NativeSelect
            label={words('giftCards.store')}
            value={storeId}
            onChange={(event) => setStoreId(event.currentTarget.value)}
            data={overview.stores.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </>
      ) : (
        <NativeSelect
          label={words('giftCards.direction')}
          value={direction}
          onChange={(event) => setDirection(event.currentTarget.value as typeof direction)}
          data={DIRECTIONS.map((one) => ({ value: one, label: words(`giftCards.${one}`) }))}
        />
      )}
      <AmountField label={words('settings.amountField', { currency })} currency={currency} initial={null} isOptional onChange={setMinor} />
      <NativeSelect
        label={words('giftCards.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value as Reason)}
        data={numberedReason.options.map((one) => ({ value: one, label: words(`giftCards.reason.${one}`) }))}
      />
      <TextInput label={words('giftCards.note')} maxLength={300} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </OfficeForm>
  );
}
