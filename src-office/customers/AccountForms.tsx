import { NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { accountReason } from '../../domain/stored-value/operations.ts';
import type { StoredValue } from '../../domain/stored-value/stored-value.ts';
import { words } from '../../texts/words/words.ts';
import { AmountField } from '../base/AmountField.tsx';
import { useOffice } from '../base/office-context.tsx';
import { OfficeForm } from '../base/OfficeForm.tsx';
import { useForm } from '../base/use-form.ts';

interface LimitFormProps {
  readonly customerId: string;
  /** Null for one that is opened with it. */
  readonly account: StoredValue | null;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Opens an account with a limit, or changes the limit. */
export function LimitForm({ customerId, account, onDone, onClose }: LimitFormProps) {
  const { client, explain, overview } = useOffice();
  const currency = account?.currency ?? overview.currency ?? 'USD';
  // One id for the form: sent twice it counts once.
  const [operationId] = useState(() => uuidv7());
  const [limitMinor, setLimitMinor] = useState(account?.limitMinor ?? null);
  const [storeId, setStoreId] = useState(account?.storeId ?? overview.stores[0]?.id ?? '');
  const [note, setNote] = useState('');
  const form = useForm(explain, async () => {
    await client.setAccountLimit(customerId, { operationId, storeId, currency, limitMinor: limitMinor ?? 0, note: note.trim() });
    onDone();
  });
  const label = words(account === null ? 'accounts.open' : 'accounts.setLimit');
  return (
    <OfficeForm label={label} send={label} form={form} isReady={limitMinor !== null && storeId !== ''} onClose={onClose}>
      {account === null && (
        <NativeSelect
          label={words('giftCards.store')}
          value={storeId}
          onChange={(event) => setStoreId(event.currentTarget.value)}
          data={overview.stores.map(({ id, name }) => ({ value: id, label: name }))}
        />
      )}
      <AmountField
        label={words('accounts.limitField', { currency })}
        currency={currency}
        initial={account?.limitMinor ?? null}
        isOptional
        onChange={setLimitMinor}
      />
      <TextInput label={words('giftCards.note')} maxLength={300} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </OfficeForm>
  );
}

type Reason = (typeof accountReason.options)[number];

const DIRECTIONS = ['add', 'take'] as const;

/** Records a payment that came to the head office, or changes what is owed. */
export function AdjustForm({ customerId, account, onDone, onClose }: LimitFormProps & { readonly account: StoredValue }) {
  const { client, explain } = useOffice();
  const { currency } = account;
  const [operationId] = useState(() => uuidv7());
  const [direction, setDirection] = useState<(typeof DIRECTIONS)[number]>('add');
  const [minor, setMinor] = useState<number | null>(null);
  const [reason, setReason] = useState<Reason>('payment');
  const [note, setNote] = useState('');
  const form = useForm(explain, async () => {
    const differenceMinor = direction === 'add' ? (minor ?? 0) : -(minor ?? 0);
    await client.adjustAccount(customerId, { operationId, differenceMinor, reason, note: note.trim() });
    onDone();
  });
  const label = words('accounts.record');
  return (
    <OfficeForm label={label} send={words('access.save')} form={form} isReady={minor !== null && minor > 0} onClose={onClose}>
      <NativeSelect
        label={words('giftCards.reason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value as Reason)}
        data={accountReason.options.map((one) => ({ value: one, label: words(`giftCards.reason.${one}`) }))}
      />
      <NativeSelect
        label={words('giftCards.direction')}
        value={direction}
        onChange={(event) => setDirection(event.currentTarget.value as typeof direction)}
        data={DIRECTIONS.map((one) => ({ value: one, label: words(`accounts.${one}`) }))}
      />
      <AmountField label={words('settings.amountField', { currency })} currency={currency} initial={null} isOptional onChange={setMinor} />
      <TextInput label={words('giftCards.note')} maxLength={300} value={note} onChange={(event) => setNote(event.currentTarget.value)} />
    </OfficeForm>
  );
}
