import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { currencyDecimals } from '../../domain/base/iso-4217.ts';
import { exchangeRate, type ForeignCurrency } from '../../domain/payments/foreign-cash.ts';
import type { OfflineCardCaps } from '../../domain/payments/offline-cards.ts';
import { foreignCurrencies, offlineCards, voucherKinds } from '../../domain/payments/settings.ts';
import type { VoucherKind } from '../../domain/payments/voucher.ts';
import { formatAmount, parseAmount } from '../../texts/say/format-money.ts';
import { words } from '../../texts/words/words.ts';
import { useOffice } from '../base/office-context.tsx';
import type { EditorProps } from './editor-props.ts';
import {
  type CapsDraft,
  capsDraft,
  capsOf,
  isKnownCurrency,
  rateDraft,
  type VoucherDraft,
  voucherDraft,
  voucherOf,
} from './tender-drafts.ts';
import { RowList } from './RowList.tsx';

/** The currencies whose notes are taken, each with what one unit of it is worth in the company's own. */
export function ForeignCurrenciesEditor({ value, onChange }: EditorProps<readonly ForeignCurrency[]>) {
  const own = useOffice().overview.currency ?? 'USD';
  return (
    <RowList
      rows={value}
      empty={{ currency: '', rate: '' }}
      addLabel={words('settings.addForeign')}
      onChange={(rows) => {
        const read = foreignCurrencies.schema.safeParse(rows.map(rateDraft));
        onChange(read.success && read.data.every(({ currency }) => isKnownCurrency(currency) && currency !== own) ? read.data : null);
      }}
      fields={(row, put, number) => (
        <>
          <TextInput
            label={words('settings.foreignCurrency', { number })}
            value={row.currency}
            error={row.currency.trim().length >= 3 && !isKnownCurrency(rateDraft(row).currency) && words('settings.currencyUnknown')}
            onChange={(event) => put({ currency: event.currentTarget.value })}
          />
          <TextInput
            label={words('settings.foreignRate', { number, currency: own })}
            inputMode="decimal"
            value={row.rate}
            error={row.rate !== '' && !exchangeRate.safeParse(rateDraft(row).rate).success && words('settings.rateNotValid')}
            onChange={(event) => put({ rate: event.currentTarget.value })}
          />
        </>
      )}
    />
  );
}

/** The kinds of voucher that are taken, each with what it is worth, or nothing where it says so itself. */
export function VouchersEditor({ value, onChange }: EditorProps<readonly VoucherKind[]>) {
  const currency = useOffice().overview.currency ?? 'USD';
  const example = formatAmount(10 * 10 ** currencyDecimals(currency), currency);
  return (
    <RowList<VoucherDraft>
      rows={value.map((kind) => voucherDraft(kind, currency))}
      empty={{ id: null, name: '', worth: '' }}
      addLabel={words('settings.addVoucher')}
      onChange={(rows) => {
        const read = voucherKinds.schema.safeParse(rows.map((row) => voucherOf(row, currency, () => crypto.randomUUID())));
        onChange(read.success ? read.data : null);
      }}
      fields={(row, put, number) => (
        <>
          <TextInput
            label={words('settings.voucherName', { number })}
            value={row.name}
            onChange={(event) => put({ id: row.id ?? crypto.randomUUID(), name: event.currentTarget.value })}
          />
          <TextInput
            label={words('settings.voucherWorth', { number, currency })}
            placeholder={example}
            inputMode="decimal"
            value={row.worth}
            error={row.worth.trim() !== '' && parseAmount(row.worth, currency) === null && words('settings.amountNotValid')}
            onChange={(event) => put({ worth: event.currentTarget.value })}
          />
        </>
      )}
    />
  );
}

const CAPS = ['paymentMinor', 'dayMinor'] as const;

/** How much a terminal may approve without its bank; what is left empty has no limit. */
export function OfflineCardsEditor({ value, onChange }: EditorProps<OfflineCardCaps>) {
  const currency = useOffice().overview.currency ?? 'USD';
  const [draft, setDraft] = useState(() => capsDraft(value, currency));
  const change = (part: Partial<CapsDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    const read = offlineCards.schema.safeParse(capsOf(next, currency));
    onChange(read.success ? read.data : null);
  };
  return (
    <>
      {CAPS.map((field) => (
        <TextInput
          key={field}
          label={words(`settings.offlineCards.${field}`, { currency })}
          inputMode="decimal"
          value={draft[field]}
          error={draft[field].trim() !== '' && parseAmount(draft[field], currency) === null && words('settings.amountNotValid')}
          onChange={(event) => change({ [field]: event.currentTarget.value })}
        />
      ))}
      <TextInput
        label={words('settings.offlineCards.hours')}
        inputMode="numeric"
        value={draft.hours}
        error={!/^(\d|1\d|2[0-4])?$/.test(draft.hours.trim()) && words('settings.hoursNotValid')}
        onChange={(event) => change({ hours: event.currentTarget.value })}
      />
    </>
  );
}
