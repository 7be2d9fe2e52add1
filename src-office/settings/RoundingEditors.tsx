import { NativeSelect } from '@mantine/core';
import { useState } from 'react';
import { ROUNDING_MODES } from '../../domain/base/round-ratio.ts';
import { type CashRoundingRule, NOT_ROUNDED } from '../../domain/payments/cash-rounding.ts';
import { CASH_ROUNDING_PLACES } from '../../domain/payments/cash-rounding-places.ts';
import { ROUNDING_SCOPES, type TaxRounding } from '../../domain/tax/round-taxes.ts';
import { formatMoney } from '../../texts/say/format-money.ts';
import type { EditorProps } from './editor-props.ts';
import { words } from '../../texts/words/words.ts';

/** What is rounded at once of the taxes, and how. */
export function TaxRoundingEditor({ value, onChange }: EditorProps<TaxRounding>) {
  const [draft, setDraft] = useState(value);
  const change = (part: Partial<TaxRounding>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    onChange(next);
  };
  return (
    <>
      <NativeSelect
        label={words('settings.taxScope')}
        value={draft.scope}
        onChange={(event) => change({ scope: event.currentTarget.value as TaxRounding['scope'] })}
        data={ROUNDING_SCOPES.map((one) => ({ value: one, label: words(`settings.scope.${one}`) }))}
      />
      <NativeSelect
        label={words('settings.taxMode')}
        value={draft.mode}
        onChange={(event) => change({ mode: event.currentTarget.value as TaxRounding['mode'] })}
        data={ROUNDING_MODES.map((one) => ({ value: one, label: words(`settings.mode.${one}`) }))}
      />
    </>
  );
}

const EXACT = 'exact';
const OWN = 'own';

/** The place whose rule this is; of several with the same rule the first. */
function placeOf(rule: CashRoundingRule): string {
  if (rule.incrementMinor === NOT_ROUNDED.incrementMinor) return EXACT;
  const same = ([, place]: (typeof entries)[number]) => JSON.stringify(place.rule) === JSON.stringify(rule);
  return entries.find(same)?.[0] ?? OWN;
}

const entries = Object.entries(CASH_ROUNDING_PLACES);

/** How cash is rounded, chosen as a country does it. */
export function CashRoundingEditor({ value, onChange }: EditorProps<CashRoundingRule>) {
  const [place, setPlace] = useState(() => placeOf(value));
  return (
    <NativeSelect
      label={words('settings.cashPlace')}
      value={place}
      onChange={(event) => {
        const chosen = event.currentTarget.value;
        setPlace(chosen);
        onChange(chosen === OWN ? value : (CASH_ROUNDING_PLACES[chosen]?.rule ?? NOT_ROUNDED));
      }}
      data={[
        { value: EXACT, label: words('settings.cashExact') },
        ...(placeOf(value) === OWN ? [{ value: OWN, label: words('settings.cashOwn') }] : []),
        ...entries.map(([code, { currency, rule }]) => ({ value: code, label: `${code}: ${formatMoney(rule.incrementMinor, currency)}` })),
      ]}
    />
  );
}
