import { NativeSelect, NumberInput, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useMemo, useState } from 'react';
import { secondFactor } from '../../domain/access/settings.ts';
import { feeTax, noReceiptPolicy, promotionPolicy, returnRules, returnWindow } from '../../domain/returns/settings.ts';
import { badgeUse, lockAfter, pinsOfflineDays } from '../../domain/associates/settings.ts';
import { timeZone } from '../../domain/company/settings.ts';
import { doubtLimits } from '../../domain/doubts/settings.ts';
import {
  pickupIdentity,
  pickupKeepDays,
  pickingRings,
  pickupMails,
  pickupPromise,
  pickupSignatureRule,
  pickupReminder,
  stagingLocations,
  totePrefix,
  waveOrders,
} from '../../domain/fulfillment/settings.ts';
import { SIGNATURE_RULES } from '../../domain/fulfillment/pickup-signature.ts';
import { roles } from '../../domain/permissions/roles.ts';
import {
  orderOffline,
  quickKeys,
  quoteDays,
  receiptAssociate,
  receiptLanguages,
  receiptLogo,
  receiptPrinting,
  receiptSeller,
  receiptText,
  receiptTillSerial,
} from '../../domain/sale/settings.ts';
import { receiptCopies } from '../../domain/copies/settings.ts';
import { carrierPickup, cartons, labelService, shippingRates } from '../../domain/labels/settings.ts';
import { mailSender } from '../../domain/mail/settings.ts';
import { retentionDays } from '../../domain/retention/settings.ts';
import type { RetentionDays } from '../../domain/base/retention.ts';
import { type SilentStores, silentStores } from '../../domain/stock/settings.ts';
import { inStoreCodeLayouts } from '../../domain/barcodes/in-store-layouts.ts';
import { scannerPrefixes, scannerSeparators } from '../../domain/barcodes/settings.ts';
import {
  cardTerminalSetting,
  drawerOpensSetting,
  lineScannersSetting,
  labelPrinterSetting,
  poleDisplaySetting,
  receiptPrinterSetting,
  scaleSetting,
} from '../../domain/device/settings.ts';
import { cashRounding, foreignCurrencies, offlineCards, voucherKinds } from '../../domain/payments/settings.ts';
import { taxDestinations, taxes, taxRounding } from '../../domain/tax/settings.ts';
import { CardTerminalEditor } from './CardTerminalEditor.tsx';
import { LabelPrinterEditor } from './LabelPrinterEditor.tsx';
import { PoleDisplayEditor } from './PoleDisplayEditor.tsx';
import { RatesEditor } from './RatesEditor.tsx';
import { ReceiptPrinterEditor } from './ReceiptPrinterEditor.tsx';
import { ScaleEditor } from './ScaleEditor.tsx';
import { ScannersEditor } from './ScannersEditor.tsx';
import { accountOfflineCap, storedValueOfflineCap } from '../../domain/stored-value/settings.ts';
import { drawersSetting, shiftClosing } from '../../domain/shift/settings.ts';
import { DrawersEditor } from './DrawersEditor.tsx';
import { ShiftClosingEditor } from './ShiftClosingEditor.tsx';
import { loyaltyBoosts, loyaltyExcluded, loyaltyOfflineCap, loyaltyProgram } from '../../domain/loyalty/settings.ts';
import { BoostsEditor, LoyaltyEditor } from './LoyaltyEditors.tsx';
import { AmountEditor } from './AmountEditor.tsx';
import { DoubtsEditor } from './DoubtsEditor.tsx';
import type { EditorProps } from './editor-props.ts';
import { cartonText, readCartons } from './carton-lines.ts';
import { LabelServiceEditor } from './LabelServiceEditor.tsx';
import { IdentityEditor } from './IdentityEditor.tsx';
import { LinesEditor } from './LinesEditor.tsx';
import { NoReceiptEditor } from './NoReceiptEditor.tsx';
import { MailSenderEditor } from './MailSenderEditor.tsx';
import { LogoEditor } from './LogoEditor.tsx';
import { ReceiptLanguagesEditor, ReceiptTextEditor, SellerEditor } from './ReceiptEditors.tsx';
import { ReturnRulesEditor } from './ReturnRulesEditor.tsx';
import { ReturnWindowEditor } from './ReturnWindowEditor.tsx';
import { RolesEditor } from './RolesEditor.tsx';
import { InStoreEditor } from './InStoreEditor.tsx';
import { CashRoundingEditor, TaxRoundingEditor } from './RoundingEditors.tsx';
import { ForeignCurrenciesEditor, OfflineCardsEditor, VouchersEditor } from './TenderEditors.tsx';
import { TaxTableEditor } from './TaxTableEditor.tsx';
import { destinationText, readDestinations } from './destination-lines.ts';
import { pageText, readPages } from './quick-key-pages.ts';
import { settingWords } from './setting-words.ts';
import { words } from '../../texts/words/words.ts';

interface NumberProps extends EditorProps<number> {
  readonly label: string;
  readonly min: number;
  readonly max: number;
}

function NumberEditor({ label, min, max, value, onChange }: NumberProps) {
  return (
    <NumberInput
      label={label}
      min={min}
      max={max}
      defaultValue={value}
      onChange={(entered) => onChange(typeof entered === 'number' ? entered : null)}
    />
  );
}

function TotesEditor({ value, onChange }: EditorProps<string>) {
  return (
    <TextInput
      label={words('settings.totePrefix')}
      maxLength={10}
      defaultValue={value}
      onChange={(event) => onChange(event.currentTarget.value.trim())}
    />
  );
}

function TimeEditor({ value, onChange }: EditorProps<string>) {
  return (
    <TextInput
      type="time"
      label={words('settings.timeField')}
      defaultValue={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

function CartonsEditor({ value, onChange }: EditorProps<typeof cartons.standard>) {
  return (
    <LinesEditor label={words('settings.cartons')} value={value.map(cartonText)} onChange={(lines) => onChange(readCartons(lines ?? []))} />
  );
}

function QuickKeysEditor({ value, onChange }: EditorProps<typeof quickKeys.standard>) {
  return (
    <LinesEditor
      label={words('settings.quickKeys')}
      value={value.pages.map(pageText)}
      onChange={(lines) => onChange({ pages: readPages(lines ?? []) })}
    />
  );
}

function DestinationsEditor({ value, onChange }: EditorProps<typeof taxDestinations.standard>) {
  return (
    <LinesEditor
      label={words('settings.destinations')}
      value={value.map(destinationText)}
      onChange={(lines) => onChange(readDestinations(lines ?? []))}
    />
  );
}

/** Settings that are a list, one a line. */
const LISTS = {
  [scannerSeparators.key]: 'settings.separators',
  [scannerPrefixes.key]: 'settings.separators',
  [stagingLocations.key]: 'settings.places',
  [loyaltyExcluded.key]: 'settings.loyalty.excluded',
} as const;

/** Settings that are one whole number. */
const NUMBERS = {
  [lockAfter.key]: { named: 'settings.minutesField', min: 1, max: 480 },
  [quoteDays.key]: { named: 'settings.daysField', min: 1, max: 365 },
  [pinsOfflineDays.key]: { named: 'settings.daysField', min: 1, max: 365 },
  [pickupPromise.key]: { named: 'settings.minutesField', min: 1, max: 10_080 },
  [pickupReminder.key]: { named: 'settings.hoursField', min: 0, max: 720 },
  [pickupKeepDays.key]: { named: 'settings.daysField', min: 0, max: 365 },
  [waveOrders.key]: { named: 'settings.ordersField', min: 1, max: 100 },
  [loyaltyOfflineCap.key]: { named: 'settings.loyalty.points', min: 1, max: 1_000_000 },
} as const;

interface ChoiceProps extends EditorProps<string> {
  readonly name: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** One of a few values that each have their words. */
function ChoiceEditor({ name, choices, value, onChange }: ChoiceProps) {
  return (
    <NativeSelect
      label={name}
      defaultValue={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={choices.map((one) => ({ ...one }))}
    />
  );
}

/** Settings that are one of a few values. */
const CHOICES = {
  [secondFactor.key]: () => (['optional', 'required'] as const).map((value) => ({ value, label: words(`settings.secondFactor.${value}`) })),
  [promotionPolicy.key]: () =>
    (['prorated', 'repriced'] as const).map((value) => ({ value, label: words(`settings.promotionPolicy.${value}`) })),
  [feeTax.key]: () => (['as_goods', 'untaxed'] as const).map((value) => ({ value, label: words(`settings.feeTax.${value}`) })),
  [badgeUse.key]: () =>
    (['nothing', 'sign_in', 'sign_in_and_approve'] as const).map((value) => ({ value, label: words(`settings.badges.${value}`) })),
  [drawerOpensSetting.key]: () =>
    (['cash', 'always', 'by_hand'] as const).map((value) => ({ value, label: words(`settings.drawerOpens.${value}`) })),
  [receiptAssociate.key]: () =>
    (['name', 'code', 'nobody'] as const).map((value) => ({ value, label: words(`settings.receiptAssociate.${value}`) })),
  [pickingRings.key]: () => (['all', 'late', 'none'] as const).map((value) => ({ value, label: words(`settings.pickingRings.${value}`) })),
  [pickupMails.key]: () => (['sent', 'none'] as const).map((value) => ({ value, label: words(`settings.pickupMails.${value}`) })),
  [pickupSignatureRule.key]: () => SIGNATURE_RULES.map((value) => ({ value, label: words(`settings.pickupSignature.${value}`) })),
  [receiptTillSerial.key]: () => (['shown', 'hidden'] as const).map((value) => ({ value, label: words(`settings.tillSerial.${value}`) })),
  [receiptCopies.key]: () =>
    (['marked', 'counted', 'one'] as const).map((value) => ({ value, label: words(`settings.receiptCopies.${value}`) })),
  [receiptPrinting.key]: () =>
    (['at_once', 'on_request'] as const).map((value) => ({ value, label: words(`settings.receiptPrinting.${value}`) })),
  [orderOffline.key]: () => (['refused', 'allowed'] as const).map((value) => ({ value, label: words(`settings.orderOffline.${value}`) })),
} as const;

const SILENT_FIELDS = ['risk', 'graceMinutes', 'closedHours', 'watchedDays'] as const satisfies readonly (keyof SilentStores)[];
const RETENTION_FIELDS = ['ordersInMemory', 'ordersOnRegisters', 'salesOnRegisters'] as const satisfies readonly RetentionDays[];

interface NumbersEditorProps<F extends string> extends EditorProps<Readonly<Record<F, number>>> {
  readonly fields: readonly F[];
  readonly label: (field: F) => string;
}

/** A setting of several numbers. */
function NumbersEditor<F extends string>({ fields, label, value, onChange }: NumbersEditorProps<F>) {
  const [draft, setDraft] = useState(value);
  return (
    <>
      {fields.map((field) => (
        <NumberInput
          key={field}
          label={label(field)}
          min={0}
          defaultValue={value[field]}
          onChange={(entered) => {
            if (typeof entered !== 'number') return onChange(null);
            const next = { ...draft, [field]: entered };
            setDraft(next);
            onChange(next);
          }}
        />
      ))}
    </>
  );
}

function ZoneEditor({ value, onChange }: EditorProps<string>) {
  const zones = useMemo(
    () => [...new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', ...(value === '' ? [] : [value])])].sort(),
    [value],
  );
  return (
    <NativeSelect
      label={words('settings.zone')}
      defaultValue={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      data={[{ value: '', label: words('settings.zoneOfStores') }, ...zones]}
    />
  );
}

/** Any setting that has no form of its own, as JSON. */
function JsonEditor({ value, onChange }: EditorProps<unknown>) {
  const [wrong, setWrong] = useState(false);
  return (
    <Textarea
      label={words('settings.json')}
      autosize
      defaultValue={JSON.stringify(value, null, 2)}
      error={wrong && words('settings.notJson')}
      onChange={(event) => {
        try {
          onChange(JSON.parse(event.currentTarget.value) as unknown);
          setWrong(false);
        } catch {
          onChange(null);
          setWrong(true);
        }
      }}
    />
  );
}

type Editor = (props: never) => ReactNode;

/** An editor by the key of its setting. The server gives each key a value that its definition allows. */
const EDITORS: Readonly<Record<string, Editor>> = {
  [taxes.key]: TaxTableEditor,
  [taxRounding.key]: TaxRoundingEditor,
  [taxDestinations.key]: DestinationsEditor,
  [cashRounding.key]: CashRoundingEditor,
  [foreignCurrencies.key]: ForeignCurrenciesEditor,
  [offlineCards.key]: OfflineCardsEditor,
  [voucherKinds.key]: VouchersEditor,
  [cardTerminalSetting.key]: CardTerminalEditor,
  [scaleSetting.key]: ScaleEditor,
  [receiptPrinterSetting.key]: ReceiptPrinterEditor,
  [poleDisplaySetting.key]: PoleDisplayEditor,
  [lineScannersSetting.key]: ScannersEditor,
  [labelPrinterSetting.key]: LabelPrinterEditor,
  [storedValueOfflineCap.key]: AmountEditor,
  [accountOfflineCap.key]: AmountEditor,
  [loyaltyProgram.key]: LoyaltyEditor,
  [loyaltyBoosts.key]: BoostsEditor,
  [drawersSetting.key]: DrawersEditor,
  [inStoreCodeLayouts.key]: InStoreEditor,
  [receiptText.key]: ReceiptTextEditor,
  [receiptLogo.key]: LogoEditor,
  [receiptSeller.key]: SellerEditor,
  [mailSender.key]: MailSenderEditor,
  [receiptLanguages.key]: ReceiptLanguagesEditor,
  [quickKeys.key]: QuickKeysEditor,
  [doubtLimits.key]: DoubtsEditor,
  [shiftClosing.key]: ShiftClosingEditor,
  [timeZone.key]: ZoneEditor,
  [roles.key]: RolesEditor,
  [returnRules.key]: ReturnRulesEditor,
  [returnWindow.key]: ReturnWindowEditor,
  [noReceiptPolicy.key]: NoReceiptEditor,
  [pickupIdentity.key]: IdentityEditor,
  [totePrefix.key]: TotesEditor,
  [carrierPickup.key]: TimeEditor,
  [cartons.key]: CartonsEditor,
  [labelService.key]: LabelServiceEditor,
  [shippingRates.key]: RatesEditor,
  [silentStores.key]: (props: EditorProps<SilentStores>) => (
    <NumbersEditor fields={SILENT_FIELDS} label={(field) => words(`settings.silent.${field}`)} {...props} />
  ),
  [retentionDays.key]: (props: EditorProps<typeof retentionDays.standard>) => (
    <NumbersEditor fields={RETENTION_FIELDS} label={(field) => words(`settings.retention.${field}`)} {...props} />
  ),
};

type ShapedKey = keyof typeof LISTS | keyof typeof NUMBERS | keyof typeof CHOICES;

/** Settings of a common shape: lines of text, a number, a choice. */
function ShapedEditor({ settingKey, value, onChange }: EditorProps<unknown> & { readonly settingKey: ShapedKey }) {
  if (settingKey in LISTS) {
    const label = words(LISTS[settingKey as keyof typeof LISTS]);
    return <LinesEditor label={label} value={value as readonly string[]} onChange={onChange} />;
  }
  if (settingKey in NUMBERS) {
    const { named, min, max } = NUMBERS[settingKey as keyof typeof NUMBERS];
    return <NumberEditor label={words(named)} min={min} max={max} value={value as number} onChange={onChange} />;
  }
  const choices = CHOICES[settingKey as keyof typeof CHOICES]();
  return <ChoiceEditor name={settingWords(settingKey).name} choices={choices} value={value as string} onChange={onChange} />;
}

function isShaped(key: string): key is ShapedKey {
  return key in LISTS || key in NUMBERS || key in CHOICES;
}

/** The form of a setting; what has none of its own is edited as JSON. */
export function SettingEditor({ settingKey, value, onChange }: EditorProps<unknown> & { readonly settingKey: string }) {
  if (isShaped(settingKey)) return <ShapedEditor settingKey={settingKey} value={value} onChange={onChange} />;
  const Editor = EDITORS[settingKey] as ((props: EditorProps<unknown>) => ReactNode) | undefined;
  return Editor === undefined ? <JsonEditor value={value} onChange={onChange} /> : <Editor value={value} onChange={onChange} />;
}
