import type { SignatureRule } from '../../domain/fulfillment/pickup-signature.ts';
import type { pickingRings, pickupMails } from '../../domain/fulfillment/settings.ts';
import type { IdentityDocument } from '../../domain/fulfillment/identity.ts';
import type { Carton, LabelService, shippingRates } from '../../domain/labels/settings.ts';
import { formatDay } from '../../texts/say/format-time.ts';
import { rateLine } from './rate-lines.ts';
import type { mailSender } from '../../domain/mail/settings.ts';
import type { BadgeUse } from '../../domain/associates/settings.ts';
import type { Drawers, ShiftClosing } from '../../domain/shift/settings.ts';
import type { LoyaltyBoost, LoyaltyRule } from '../../domain/loyalty/settings.ts';
import { cartonText } from './carton-lines.ts';
import { boostText } from './boost-text.ts';
import type { InStoreCodes } from '../../domain/barcodes/in-store-layouts.ts';
import type { PermissionTable } from '../../domain/permissions/roles.ts';
import { formatNumber, formatMoney } from '../../texts/say/format-money.ts';
import type { CardTerminal } from '../../domain/device/card-terminal.ts';
import { rowsOf } from '../../domain/device/print-document.ts';
import { placeText } from '../../domain/device/device-place.ts';
import type { LabelPrinter } from '../../domain/device/label-printer.ts';
import type { PoleDisplay } from '../../domain/device/pole.ts';
import type { LineScanner } from '../../domain/device/scanner.ts';
import type { ReceiptPrinter } from '../../domain/device/receipt-printer.ts';
import type { Scale } from '../../domain/device/scale.ts';
import type { receiptCopies } from '../../domain/copies/settings.ts';
import type { secondFactor } from '../../domain/access/settings.ts';
import type {
  orderOffline,
  quickKeys,
  receiptAssociate,
  receiptLanguages,
  receiptLogo,
  receiptPrinting,
  receiptSeller,
  receiptText,
  receiptTillSerial,
} from '../../domain/sale/settings.ts';
import type { FeeTax } from '../../domain/returns/restocking-fee.ts';
import type { promotionPolicy, ReturnRules, ReturnWindow } from '../../domain/returns/settings.ts';
import type { ForeignCurrency } from '../../domain/payments/foreign-cash.ts';
import type { OfflineCardCaps } from '../../domain/payments/offline-cards.ts';
import type { VoucherKind } from '../../domain/payments/voucher.ts';
import { type CashRoundingRule, NOT_ROUNDED } from '../../domain/payments/cash-rounding.ts';
import type { TaxDestination } from '../../domain/tax/destination.ts';
import type { TaxRounding } from '../../domain/tax/round-taxes.ts';
import { ALWAYS, type TaxTable } from '../../domain/tax/tax-table.ts';
import { destinationText } from './destination-lines.ts';
import { feeText } from './fee-text.ts';
import { noReceiptText } from './no-receipt-text.ts';
import { pageText } from './quick-key-pages.ts';
import { rateText } from './rate-text.ts';
import { sellerNumberText } from './seller-lines.ts';
import { scannerName } from '../../src-renderer/kit/scanner/scanner-name.ts';
import { LANGUAGE_NAMES } from '../../texts/words/languages.ts';
import { knownWords, words } from '../../texts/words/words.ts';

const DOUBT_AMOUNTS: readonly string[] = ['changeMinor', 'floatMinor'];

/** Each value under its own label. */
function labelled(
  values: Readonly<Record<string, number>>,
  labelOf: (name: string) => string | null,
  valueOf = (_name: string, value: number) => formatNumber(value),
): string {
  return Object.entries(values)
    .map(([name, value]) => `${labelOf(name) ?? name}: ${valueOf(name, value)}`)
    .join('\n');
}

/** A tax with its rates: `STATE 4 %, 6.25 % from 2026-04-01`. */
function taxWords([code, { rates }]: [string, TaxTable['taxes'][string]]): string {
  const texts = rates.map(({ from, ratePpm }) =>
    from === ALWAYS ? `${rateText(ratePpm)} %` : words('settings.rateFrom', { percent: rateText(ratePpm), date: from }),
  );
  return `${code} ${texts.join(', ')}`;
}

/** A class of goods with its taxes: `clothing: STATE, CITY`. */
function classWords([name, borne]: [string, TaxTable['classes'][string]]): string {
  return `${name}: ${borne.map(({ tax }) => tax).join(', ') || words('settings.nothing')}`;
}

/** Where goods go, and what of their refund is kept: `Worn or used: To be refurbished, fee 15 %`. */
function returnRuleWords(
  name: string,
  { disposition, fee }: ReturnRules['reasons'][number] | ReturnRules['conditions'][number],
  currency: string,
) {
  const rule = `${name}: ${words(`returns.${disposition}`)}`;
  return fee === undefined ? rule : words('settings.returns.withFee', { rule, fee: feeText(fee, currency) });
}

const VALUES: Readonly<Record<string, (value: never, currency: string) => string>> = {
  'tax.table': ({ taxes, classes }: TaxTable) =>
    [...Object.entries(taxes).map(taxWords), ...Object.entries(classes).map(classWords)].join('\n'),
  'tax.rounding': ({ scope, mode }: TaxRounding) => `${words(`settings.scope.${scope}`)}. ${words(`settings.mode.${mode}`)}.`,
  'tax.destinations': (destinations: readonly TaxDestination[]) => destinations.map(destinationText).join('\n'),
  'cash.rounding': ({ incrementMinor, mode }: CashRoundingRule, currency) =>
    incrementMinor === NOT_ROUNDED.incrementMinor
      ? words('settings.cashExact')
      : words('settings.cashTo', { coin: formatMoney(incrementMinor, currency), mode: words(`settings.mode.${mode}`) }),
  'cash.foreign': (currencies: readonly ForeignCurrency[]) => currencies.map(({ currency, rate }) => `${currency} ${rate}`).join(', '),
  'cards.offline_caps': ({ paymentMinor, dayMinor, hours }: OfflineCardCaps, currency) =>
    [
      ...(paymentMinor === null ? [] : [words('settings.offlineCards.perPayment', { amount: formatMoney(paymentMinor, currency) })]),
      ...(dayMinor === null ? [] : [words('settings.offlineCards.perDay', { amount: formatMoney(dayMinor, currency) })]),
      ...(hours === null ? [] : [words('settings.offlineCards.forHours', { count: hours })]),
    ].join('\n') || words('settings.offlineCards.noLimit'),
  'payment.vouchers': (kinds: readonly VoucherKind[], currency) =>
    kinds.map(({ name, amountMinor }) => (amountMinor === null ? name : `${name} ${formatMoney(amountMinor, currency)}`)).join('\n'),
  'device.card_terminal': (terminal: CardTerminal) =>
    terminal.driver === 'nexo'
      ? words('settings.terminalAt', { id: terminal.poiId, address: `${terminal.host}:${terminal.port}` })
      : words(`settings.terminal.${terminal.driver}`),
  'device.scale': (scale: Scale) =>
    scale.driver === 'nci' ? words('settings.scaleAt', { address: placeText(scale) }) : words(`settings.scale.${scale.driver}`),
  'device.receipt_printer': (printer: ReceiptPrinter) =>
    'columns' in printer ? words('settings.printerAt', { address: placeText(printer) }) : words(`settings.printer.${printer.driver}`),
  'device.pole_display': (pole: PoleDisplay) =>
    'commands' in pole ? words('settings.poleAt', { address: placeText(pole) }) : words(`settings.pole.${pole.driver}`),
  'device.scanners': (scanners: readonly LineScanner[]) => scanners.map(scannerName).join('\n') || words('settings.scanner.none'),
  'device.label_printer': (printer: LabelPrinter) =>
    'dotsPerMm' in printer ? words('settings.labelsAt', { address: placeText(printer) }) : words(`settings.labelPrinter.${printer.driver}`),
  'device.drawer_opens': (rule: 'cash' | 'always' | 'by_hand') => words(`settings.drawerOpens.${rule}`),
  'giftcards.offline_cap': (capMinor: number, currency) => formatMoney(capMinor, currency),
  'accounts.offline_cap': (capMinor: number, currency) => formatMoney(capMinor, currency),
  'loyalty.program': ({ points, forMinor, worthMinor }: LoyaltyRule, currency) =>
    points === 0
      ? words('settings.loyalty.off')
      : words('settings.loyalty.rule', { points, amount: formatMoney(forMinor, currency), worth: formatMoney(worthMinor, currency) }),
  'loyalty.excluded': (categories: readonly string[]) => categories.join(', '),
  'loyalty.boosts': (boosts: readonly LoyaltyBoost[]) => boosts.map(boostText).join('\n'),
  'loyalty.offline_cap': (points: number) => formatNumber(points),
  'barcodes.in_store': ({ country, layouts }: InStoreCodes) =>
    layouts.length === 0 ? (country ?? '') : words('settings.inStore', { country: country ?? words('settings.nothing') }),
  'barcodes.separators': (separators: readonly string[]) => separators.join(', '),
  'barcodes.prefixes': (prefixes: readonly string[]) => prefixes.join(', '),
  // The history has it: what each class paid before there was a table of taxes.
  'tax.rates': (rates: Readonly<Record<string, number>>) =>
    Object.entries(rates)
      .map(([name, ppm]) => `${name} ${rateText(ppm)} %`)
      .join(', '),
  'pickup.identity': (kinds: readonly IdentityDocument[]) => kinds.map((kind) => words(`identity.${kind}`)).join(', '),
  'pickup.staging_locations': (names: readonly string[]) => names.join(', '),
  'returns.window': ({ days, categories, never }: ReturnWindow) => {
    const daysOf = (of: number | null) => (of === null ? words('settings.returns.anyTime') : words('settings.days', { count: of }));
    return [
      daysOf(days),
      ...categories.map((one) => `${one.category}: ${daysOf(one.days)}`),
      ...never.map((category) => words('settings.returns.neverBack', { category })),
    ].join('\n');
  },
  'returns.no_receipt': noReceiptText,
  'returns.fee_tax': (tax: FeeTax) => words(`settings.feeTax.${tax}`),
  'returns.reasons': ({ needsReason, reasons, conditions }: ReturnRules, currency) =>
    [
      ...(needsReason ? [words('settings.returns.needsReason')] : []),
      ...reasons.map((one) => returnRuleWords(words(`returnReason.${one.reason}`), one, currency)),
      ...conditions.map((one) => returnRuleWords(words(`returnCondition.${one.condition}`), one, currency)),
    ].join('\n'),
  'returns.promotion_policy': (policy: typeof promotionPolicy.standard) => words(`settings.promotionPolicy.${policy}`),
  'receipt.text': ({ header, footer }: typeof receiptText.standard) => [...header, ...footer].join('\n'),
  'mail.sender': (sender: typeof mailSender.standard) =>
    sender === null ? words('settings.mail.off') : `${sender.name} <${sender.address}>`.trim(),
  'receipt.seller': ({ legalName, numbers }: typeof receiptSeller.standard) =>
    [...(legalName === '' ? [] : [legalName]), ...numbers.map(sellerNumberText)].join('\n'),
  'receipt.logo': (logo: typeof receiptLogo.standard) =>
    logo === null ? '' : words('settings.logo.size', { width: logo.width, rows: rowsOf(logo) }),
  'receipt.languages': (languages: typeof receiptLanguages.standard) =>
    languages.map((one) => LANGUAGE_NAMES[one]).join(', ') || words('settings.receiptLanguages.ofDevice'),
  'receipt.associate': (by: typeof receiptAssociate.standard) => words(`settings.receiptAssociate.${by}`),
  'receipt.till_serial': (shown: typeof receiptTillSerial.standard) => words(`settings.tillSerial.${shown}`),
  'receipt.copies': (rule: typeof receiptCopies.standard) => words(`settings.receiptCopies.${rule}`),
  'receipt.printing': (when: typeof receiptPrinting.standard) => words(`settings.receiptPrinting.${when}`),
  'sale.quick_keys': ({ pages }: typeof quickKeys.standard) => pages.map(pageText).join('\n'),
  'picking.wave_orders': (orders: number) => formatNumber(orders),
  'picking.rings': (rings: typeof pickingRings.standard) => words(`settings.pickingRings.${rings}`),
  'shipping.pickup_time': (time: string) => (time === '' ? words('settings.noTime') : time),
  'shipping.cartons': (all: readonly Carton[]) => all.map(cartonText).join('\n'),
  'shipping.rates': (table: typeof shippingRates.standard) =>
    table === null
      ? words('settings.rates.none')
      : [words('settings.rates.hold', { date: formatDay(table.since) }), ...table.rows.map((row) => rateLine(row, table.currency))].join(
          '\n',
        ),
  'shipping.labels': (service: LabelService) =>
    service === null
      ? words('settings.labels.none')
      : [service.service, service.sender.name, service.sender.line1, service.sender.city, service.sender.country].join(', '),
  'picking.tote_prefix': (prefix: string) => (prefix === '' ? words('settings.totes.none') : words('settings.totes.begin', { prefix })),
  'company.time_zone': (zone: string) => zone || words('settings.zoneOfStores'),
  'retention.days': (days: Readonly<Record<string, number>>) => labelled(days, (name) => knownWords(`settings.retention.${name}`)),
  'stock.silent_stores': (values: Readonly<Record<string, number>>) => labelled(values, (name) => knownWords(`settings.silent.${name}`)),
  'till.asked_about': (limits: Readonly<Record<string, number>>, currency) =>
    labelled(
      limits,
      (name) => knownWords(`settings.doubts.${name}`, { currency }),
      (name, value) => (DOUBT_AMOUNTS.includes(name) ? formatMoney(value, currency) : formatNumber(value)),
    ),
  'sale.order_offline': (answer: typeof orderOffline.standard) => words(`settings.orderOffline.${answer}`),
  'shift.closing': ({ reasonAboveMinor, leaveMinor, countBy }: ShiftClosing, currency) =>
    [
      words('settings.closing.reasonAbove', { amount: formatMoney(reasonAboveMinor, currency) }),
      ...(leaveMinor === null ? [] : [words('settings.closing.leaves', { amount: formatMoney(leaveMinor, currency) })]),
      words(`shift.countBy.${countBy}`),
    ].join('\n'),
  'shift.drawers': (drawers: Drawers) => drawers.map((one) => words('settings.drawerAt', one)).join('\n'),
  'pickup.mails': (sent: typeof pickupMails.standard) => words(`settings.pickupMails.${sent}`),
  'pickup.signature': (rule: SignatureRule) => words(`settings.pickupSignature.${rule}`),
  'pickup.reminder_hours': (hours: number) => (hours === 0 ? words('settings.never') : words('settings.hours', { count: hours })),
  'pickup.keep_days': (days: number) => (days === 0 ? words('settings.noLimit') : words('settings.days', { count: days })),
  'pickup.promise_minutes': (minutes: number) => words('settings.minutes', { count: minutes }),
  'people.lock_after_minutes': (minutes: number) => words('settings.minutes', { count: minutes }),
  'sale.quote_days': (days: number) => words('settings.days', { count: days }),
  'people.pins_offline_days': (days: number) => words('settings.days', { count: days }),
  'people.badges': (use: BadgeUse) => words(`settings.badges.${use}`),
  'office.second_factor': (demand: typeof secondFactor.standard) => words(`settings.secondFactor.${demand}`),
  'people.roles': (table: PermissionTable) => {
    const rules = Object.values(table).reduce((sum, one) => sum + Object.keys(one ?? {}).length, 0);
    return rules === 0 ? words('settings.everybody') : words('settings.restrictions', { count: rules });
  },
};

/** A value of a setting in a line or a few; `Nothing` where it is empty. @param currency of the company, for amounts. */
export function valueWords(key: string, value: unknown, currency: string): string {
  const written = VALUES[key] as ((value: unknown, currency: string) => string) | undefined;
  return (written === undefined ? JSON.stringify(value) : written(value, currency)) || words('settings.nothing');
}
