import { expect, it } from 'vitest';
import { SETTINGS } from '../../domain/registry/registry.ts';
import { NOT_ROUNDED } from '../../domain/payments/cash-rounding.ts';
import { onePerClass } from '../../domain/tax/tax-table.ts';
import { noReceiptPolicy } from '../../domain/returns/settings.ts';
import { settingWords } from './setting-words.ts';
import { valueWords } from './value-words.ts';

it.each([
  ['tax.rates', { standard: 88_750, food: 0 }, 'standard 8.875 %, food 0 %'],
  ['tax.rates', {}, 'Nothing'],
  ['tax.table', { taxes: {}, classes: {}, holidays: [] }, 'Nothing'],
  ['tax.table', onePerClass({ standard: 88_750, food: 0 }), 'standard 8.875 %\nfood 0 %\nstandard: standard\nfood: food'],
  [
    'tax.table',
    {
      taxes: {
        STATE: {
          rates: [
            { from: '0001-01-01', ratePpm: 40_000 },
            { from: '2026-04-01', ratePpm: 62_500 },
          ],
        },
      },
      classes: { food: [] },
    },
    'STATE 4 %, 6.25 % from 2026-04-01\nfood: Nothing',
  ],
  ['tax.rounding', { scope: 'per_line_per_tax', mode: 'down' }, 'Each tax of a line. Always down.'],
  ['cash.rounding', NOT_ROUNDED, 'Not rounded'],
  ['cash.rounding', { ...NOT_ROUNDED, incrementMinor: 5 }, 'To $0.05. To the nearest, half up.'],
  ['cash.foreign', [{ currency: 'EUR', rate: '1.0850' }], 'EUR 1.0850'],
  ['cash.foreign', [], 'Nothing'],
  ['tax.destinations', [{ country: 'US', region: 'NY', storeId: 'NYC1' }], 'US/NY: NYC1'],
  ['accounts.offline_cap', 20_000, '$200.00'],
  ['loyalty.program', { points: 0, forMinor: 100, worthMinor: 0 }, 'No points are earned'],
  ['loyalty.program', { points: 1, forMinor: 100, worthMinor: 1 }, '1 point for each $1.00. A point pays $0.01.'],
  ['loyalty.excluded', ['Books', 'Tobacco'], 'Books, Tobacco'],
  ['loyalty.boosts', [{ startsOn: '2026-03-01', endsOn: '2026-03-31', times: 3, category: 'Toys' }], '2026-03-01 2026-03-31 3 Toys'],
  ['loyalty.offline_cap', 500, '500'],
  ['cards.offline_caps', { paymentMinor: null, dayMinor: null, hours: null }, 'As the terminal decides'],
  ['cards.offline_caps', { paymentMinor: 5000, dayMinor: 100_000, hours: 1 }, 'Up to $50.00 a payment\nUp to $1,000.00 a day\nFor 1 hour'],
  [
    'payment.vouchers',
    [
      { id: 'a', name: 'Center', amountMinor: 1000 },
      { id: 'b', name: 'Coupon', amountMinor: null },
    ],
    'Center $10.00\nCoupon',
  ],
  ['device.card_terminal', { driver: 'none' }, 'No cards'],
  ['people.badges', 'sign_in', 'Signing in'],
  ['device.scale', { driver: 'none' }, 'No scale'],
  ['device.receipt_printer', { driver: 'simulator' }, 'Simulated, on the same machine'],
  ['device.receipt_printer', { driver: 'escpos', columns: 42, host: '10.0.0.7', port: 9100 }, 'Printer at 10.0.0.7:9100'],
  ['device.receipt_printer', { driver: 'star', columns: 48, usb: '/dev/usb/lp0' }, 'Printer at /dev/usb/lp0'],
  ['device.label_printer', { driver: 'none' }, 'No label printer'],
  ['device.label_printer', { driver: 'zpl', dotsPerMm: 8, host: '10.0.0.9', port: 9100 }, 'Label printer at 10.0.0.9:9100'],
  ['device.pole_display', { driver: 'none' }, 'No display'],
  ['device.pole_display', { driver: 'network', commands: 'epson', host: '10.0.0.8', port: 9100 }, 'Display at 10.0.0.8:9100'],
  ['device.scanners', [], 'None but those that act as a keyboard'],
  [
    'device.scanners',
    [
      { driver: 'line', end: 'cr', serial: 'COM7', baud: 9600 },
      { driver: 'simulator', number: 2 },
    ],
    'Scanner at COM7\nSimulated scanner 2',
  ],
  ['device.drawer_opens', 'by_hand', 'By hand alone'],
  ['device.scale', { driver: 'nci', serial: 'COM3', baud: 9600 }, 'Scale at COM3'],
  ['device.scale', { driver: 'nci', host: '10.0.0.6', port: 4001 }, 'Scale at 10.0.0.6:4001'],
  ['device.card_terminal', { driver: 'nexo', host: '10.0.0.5', port: 8443, poiId: 'V400m-1' }, 'V400m-1 at 10.0.0.5:8443'],
  ['barcodes.in_store', { country: null, layouts: [] }, 'Nothing'],
  ['barcodes.in_store', { country: 'SE', layouts: [] }, 'SE'],
  ['barcodes.in_store', { country: 'SE', layouts: [{}, {}] }, 'SE, and layouts of your own'],
  ['barcodes.prefixes', ['~', '*'], '~, *'],
  ['barcodes.separators', ['{GS}', '|'], '{GS}, |'],
  ['sale.quick_keys', { pages: [] }, 'Nothing'],
  ['sale.quick_keys', { pages: [{ name: 'Counter', skus: ['A', null, 'B'] }] }, 'Counter: A, , B'],
  ['pickup.identity', ['id_card', 'passport'], 'Identity card, Passport'],
  ['pickup.identity', [], 'Nothing'],
  ['pickup.staging_locations', ['P1', 'P2'], 'P1, P2'],
  ['receipt.text', { header: ['A'], footer: ['B', 'C'] }, 'A\nB\nC'],
  ['mail.sender', null, 'No mail to customers'],
  ['mail.sender', { name: 'Shop', address: 'till@shop.example' }, 'Shop <till@shop.example>'],
  ['receipt.seller', { legalName: 'Sample Ltd', numbers: [{ name: 'VAT', number: 'GB 1' }] }, 'Sample Ltd\nVAT: GB 1'],
  ['receipt.logo', null, 'Nothing'],
  ['receipt.logo', { width: 8, bits: 'AP8=' }, 'A picture of 8 × 2 dots'],
  ['receipt.languages', [], 'That of the device'],
  ['receipt.languages', ['de', 'ar'], 'Deutsch, العربية'],
  ['receipt.associate', 'code', 'By a code'],
  ['receipt.till_serial', 'hidden', 'Not on receipts'],
  ['receipt.copies', 'one', 'Once, with its number (Sweden)'],
  ['receipt.printing', 'on_request', 'When somebody asks for it'],
  ['returns.promotion_policy', 'repriced', 'Priced again without what came back'],
  [
    'returns.reasons',
    {
      needsReason: true,
      reasons: [{ reason: 'wrong_size', disposition: 'restock' }],
      conditions: [{ condition: 'worn', disposition: 'refurbish', fee: { basisPoints: 1_500 } }],
    },
    'Nothing comes back without a reason\nWrong size or color: Restock\nWorn or used: To be refurbished, fee 15 %',
  ],
  [
    'returns.window',
    { days: 30, categories: [{ category: 'Tools', days: null }], never: ['Food'] },
    '30 days\nTools: no limit\nFood: does not come back',
  ],
  ['returns.no_receipt', noReceiptPolicy.standard, 'Not without a receipt'],
  [
    'returns.no_receipt',
    { ...noReceiptPolicy.standard, allowed: true, documents: ['passport'] },
    'For store credit at the lowest price of 30 days\nThe customer has to be known\nPassport\nUp to $100.00 for one return\n\
For a customer in 90 days: 3 returns, $200.00',
  ],
  ['returns.fee_tax', 'untaxed', 'No tax: all of the tax goes back'],
  ['sale.order_offline', 'refused', 'Only with a connection'],
  ['pickup.mails', 'sent', 'Sent'],
  ['pickup.signature', 'required', 'Always'],
  ['pickup.reminder_hours', 0, 'Never'],
  ['pickup.reminder_hours', 48, '48 hours'],
  ['pickup.keep_days', 0, 'For as long as it takes'],
  ['pickup.keep_days', 7, '7 days'],
  ['pickup.promise_minutes', 120, '120 minutes'],
  ['people.lock_after_minutes', 5, '5 minutes'],
  ['sale.quote_days', 14, '14 days'],
  ['people.pins_offline_days', 1, '1 day'],
  ['people.pins_offline_days', 14, '14 days'],
  ['people.roles', {}, 'Everybody may do everything.'],
  ['people.roles', { associate: { 'shift.close': 'denied' }, picker: {} }, '1 restriction'],
  ['picking.wave_orders', 12, '12'],
  ['picking.rings', 'late', 'Late ones alone'],
  ['shipping.rates', null, 'No prices: the packing desk compares none'],
  [
    'shipping.rates',
    {
      since: '2026-11-01',
      currency: 'USD',
      rows: [{ service: '03', name: 'Ground', days: 3, to: [{ country: 'US', postal: [] }], bands: [{ mostGrams: 1_000, minor: 850 }] }],
    },
    'Since Nov 1, 2026\n03 Ground; 3; US; 1000 g 8.50',
  ],
  ['shipping.pickup_time', '', 'No fixed time'],
  ['shipping.pickup_time', '16:00', '16:00'],
  ['shipping.cartons', [{ name: 'M', size: [300, 200, 100], weightGrams: 180, mostGrams: 9_000 }], 'M: 300 x 200 x 100 mm, 180 g, 9000 g'],
  ['shipping.labels', null, 'No labels: numbers are typed or scanned'],
  [
    'shipping.labels',
    { service: '03', sender: { name: 'Shop', line1: '1 Plaza', city: 'New York', region: 'NY', postalCode: '10001', country: 'US' } },
    '03, Shop, 1 Plaza, New York, US',
  ],
  ['picking.tote_prefix', '', 'Without totes'],
  ['picking.tote_prefix', 'T-', 'Codes that begin with T-'],
  ['company.time_zone', '', 'That of most stores'],
  ['company.time_zone', 'Europe/Berlin', 'Europe/Berlin'],
  [
    'till.asked_about',
    { floatMinor: 200_000, lineUnits: 1_000 },
    'Float above this amount (USD): $2,000.00\nUnits on one line of a sale: 1,000',
  ],
  [
    'shift.closing',
    { reasonAboveMinor: 500, leaveMinor: 20_000, countBy: 'sum' },
    'A difference above $5.00 needs a reason\n$200.00 stays in the drawer\nOne sum',
  ],
  [
    'shift.closing',
    { reasonAboveMinor: 0, leaveMinor: null, countBy: 'pieces' },
    'A difference above $0.00 needs a reason\nNotes and coins',
  ],
  ['shift.drawers', [{ name: 'Front', connector: 2 }], 'Front: connector 2'],
  ['some.thing', { a: 1 }, '{"a":1}'],
])('%s of %j reads: %s', (key, value, words) => {
  expect(valueWords(key, value, 'USD')).toBe(words);
});

it('every setting has a name and a meaning on the page', () => {
  expect(SETTINGS.filter(({ key }) => settingWords(key).name === key || settingWords(key).meaning === '')).toEqual([]);
});
