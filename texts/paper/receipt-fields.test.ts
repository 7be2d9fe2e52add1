import { describe, expect, it } from 'vitest';
import { goodsReturned, type ReturnRecorded } from '../../domain/returns/operations.ts';
import { approvalOf, AT, cardPaymentOf, cartLineOf, EXAMPLE_REQUESTS, operationOf, soldOf } from '../../test/support/examples.ts';
import { factsOf } from '../../test/support/facts.ts';
import { wholeOf } from '../../test/support/journal-builder.ts';
import { receiptFactsOf, soldWithTax, textOf } from '../../test/support/receipts.ts';
import { receiptPaper } from './receipt-paper.ts';
import { returnPaper } from './return-paper.ts';

const CARD = { kind: 'card', currency: 'USD', amountMinor: 1000, tipMinor: 0, reference: 'P1', state: 'captured' } as const;
const CASH = { kind: 'cash', currency: 'USD', amountMinor: 262, tipMinor: 0, givenMinor: 500, changeMinor: 238, rate: null } as const;
const GOODS = [
  cartLineOf({ name: 'Lamp', unitPrice: 1_190_000 }),
  cartLineOf({ sku: 'B', name: 'Tea', unitPrice: 37_000, quantity: 2, taxClass: 'reduced' }),
];
const approval = approvalOf({
  scheme: 'mc',
  lastFour: '9999',
  approvalCode: '123456',
  application: { aid: 'A0000000041010', label: 'Debit Mastercard' },
  entry: 'contactless',
  verification: 'pin',
  merchantId: 'M-77',
});
const facts = receiptFactsOf({ payments: new Map([['P1', cardPaymentOf({ approval, terminalId: 'V400m-1' })]]) });
const printed = (payload: ReturnType<typeof soldOf>, isCopy = false, copyNo?: number) =>
  textOf(receiptPaper({ at: AT, registerId: 'R1', associateId: 'AS1', payload }, facts, undefined, { isCopy, copyNo, giftLines: null }));

/** 11.90 at 19 % and twice 0.37 at 7 %, of which 10.00 was paid by card, and cash was rounded by two cents. */
const vat = printed(soldWithTax(GOODS, { tenders: [CARD, CASH], roundingMinor: -2, begunAt: '2026-03-02T09:58:00.000Z' }));
const copy = printed(soldWithTax(GOODS), true);
const counted = printed(soldWithTax(GOODS), true, 2);
const us = printed(soldOf([cartLineOf(), cartLineOf({ sku: 'B', name: 'Bottle deposit', unitPrice: 5_000, taxClass: 'free' })]));
const [returned] = wholeOf(
  EXAMPLE_REQUESTS.filter(({ type }) => type === goodsReturned.type).map((one) => operationOf(one)),
) as ReturnRecorded[];
if (returned === undefined) throw new Error('There is an example of a return.');
const soldAt = '2026-03-01T09:00:00.000Z';
const back = textOf(returnPaper({ ...returned, payload: { ...returned.payload, soldAt } }, facts, false));

const NAME_AND_ADDRESS = /Outpost Mitte\nMuster GmbH\nHauptstr\. 1\n10115 Berlin/;
const BY_RATE = /A standard 19% \| Net \$10\.00, gross \$11\.90 \| \$1\.90\nB reduced 7% \| Net \$0\.69, gross \$0\.74 \| \$0\.05/;
const WHEN = /Time \| Mar 2, 2026, 11:00 AM/;
const NUMBER = /^A1-000001$/m;
const TIME_TILL_AND_WHO = /Time \| Mar 2, 2026, 11:00 AM\nRegister \| A1\nSerial number \| R1\nServed by \| Maria Huber/;
const PAID = /Mastercard ···· 9999 \|.*\| \$10\.00\nCash \| \$5\.00\nChange \| \$2\.38/;
const LINES = /Lamp \| \$11\.90 A\nTea \| 2 × \$0\.37 \| \$0\.74 B/;
const TAX_NUMBER = /VAT number DE123456789/;

/** Where a field stands; or why it need not. */
type Row = readonly [field: string, on: string, text: RegExp] | readonly [field: string, why: `not applicable: ${string}`];

const NO_TSE = 'not applicable: Outpost drives no security module (TSE), and says so in its export';
const NO_SIGNATURE = 'not applicable: Outpost drives no signature unit';
const NO_CERTIFICATE = 'not applicable: Outpost has no NF525 certificate';
const BY_RT = 'not applicable: a fiscal printer (RT) numbers, prints and sends it; Outpost drives none';
const NO_VERIFACTU = 'not applicable: Outpost sends no records to the tax office';
const PRINTING = 'not applicable: not on the paper; the setting receipt.printing decides';

/** The fields of the table of receipt fields by country, in its order. */
const FIELDS: Readonly<Record<string, readonly Row[]>> = {
  DE: [
    ['full name and address', vat, NAME_AND_ADDRESS],
    ['date of issue, start and end time of the transaction', vat, /Begun \| Mar 2, 2026, 10:58 AM\nTime \| Mar 2, 2026, 11:00 AM/],
    ['quantity and kind of goods', vat, LINES],
    ['TSE transaction number', NO_TSE],
    ['amount and tax per rate, or reason for exemption', vat, BY_RATE],
    [
      'amount and tax per rate, or reason for exemption',
      printed(soldWithTax(GOODS, { taxExemptionId: 'EX-1' })),
      /Tax exempt, certificate EX-1/,
    ],
    ['serial number of the till', vat, /Serial number \| R1/],
    ['serial number of the security module', NO_TSE],
    ['check value (signature)', NO_TSE],
    ['signature counter', NO_TSE],
    ['amount per payment kind', vat, PAID],
    ['first order time', 'not applicable: nothing is ordered before it is sold'],
    ['receipt handed out unasked', PRINTING],
  ],
  FR: [
    ['name, address, SIRET, VAT number, APE/NAF', vat, NAME_AND_ADDRESS],
    ['name, address, SIRET, VAT number, APE/NAF', vat, /VAT number DE123456789\nSIRET 73282932000074/],
    ['receipt number without gaps, date, time, till, associate', vat, NUMBER],
    ['receipt number without gaps, date, time, till, associate', vat, TIME_TILL_AND_WHO],
    ['lines with quantity, price, VAT code', vat, LINES],
    ['totals by VAT rate: net, VAT, gross', vat, BY_RATE],
    ['number of lines', NO_CERTIFICATE],
    ['print count: original or duplicata no. n', copy, /^Copy$/m],
    ['print count: original or duplicata no. n', counted, /^Copy 2$/m],
    ['software name, version, certificate category and number', NO_CERTIFICATE],
    ['signature extract (4 characters) of the chain', NO_CERTIFICATE],
    ['paper receipt only if asked since 2023-08-01', PRINTING],
  ],
  IT: [
    ['name, VAT number, address of the shop', vat, TAX_NUMBER],
    ['documento commerciale number nnnn-nnnn (closing number - progressive)', BY_RT],
    ['lines with VAT rate or nature code N1-N6', vat, LINES],
    ['total and total VAT', vat, /Total \| \$12\.64\nTax included \| \$1\.95/],
    ['amount paid cash / electronic / not paid', vat, PAID],
    ['RT serial (matricola) and date, time', BY_RT],
    ['customer tax code OR lottery code, never both', BY_RT],
    ['return or void document names the first document number and date', back, /For receipt A1-000001/],
    ['return or void document names the first document number and date', back, /Date of the sale \| Mar 1, 2026, 10:00 AM/],
    ['daily closing and transmission as XML by the RT', BY_RT],
    ['link between RT and card terminals', BY_RT],
  ],
  ES: [
    ['simplified invoice: number and series, date, issuer NIF and name', vat, /VAT number DE123456789[\s\S]*A1-000001[\s\S]*Mar 2, 2026/],
    ['goods, rate or "IVA incluido", total', vat, LINES],
    ['VeriFactu QR 30-40 mm, ISO 18004 level M, before the content', NO_VERIFACTU],
    ['text VERI*FACTU or the long form', NO_VERIFACTU],
    ['chained hash per record; 8 fields; SHA-256, upper-case hex', NO_VERIFACTU],
    ['TicketBAI id and QR with CRC-8 (Basque Country)', NO_VERIFACTU],
  ],
  AT: [
    ['name of the business', vat, NAME_AND_ADDRESS],
    ['running number', vat, NUMBER],
    ['date and time', vat, WHEN],
    ['quantity and name', vat, LINES],
    ['amount by tax rate', vat, BY_RATE],
    ['till id', vat, /Register \| A1/],
    ['machine-readable code: QR, or OCR text, or link', NO_SIGNATURE],
    ['start receipt, monthly, yearly zero receipts', NO_SIGNATURE],
  ],
  US: [
    ['store name and address', us, NAME_AND_ADDRESS],
    ['date, time, register, associate, transaction number', us, /A1-000001\nTime \|.*\nRegister \| A1[\s\S]*Served by/],
    ['tax amount stated apart from the price', us, /^Tax \| \$0\.09$/m],
    ['return policy', us, /Goods may be returned within 30 days\./],
    ['card: last 4 digits only, no expiry date', vat, /Mastercard ···· 9999/],
    ['bottle deposit, bag fee, special tax lines shown apart', us, /Bottle deposit \| \$0\.05/],
    [
      'bottle deposit, bag fee, special tax lines shown apart',
      us,
      /standard 8\.875% \| Net \$1\.00, gross \$1\.09 \| \$0\.09\nNo tax \| Net \$0\.05/,
    ],
    ['cash rounding line', vat, /Rounding of cash \| -\$0\.02/],
  ],
  GB: [
    ['name, address, VAT number on a VAT receipt', vat, TAX_NUMBER],
    ['VAT rate per rate and gross (simplified up to 250 GBP)', vat, BY_RATE],
  ],
  SE: [
    ['control unit (kontrollenhet) code', 'not applicable: Outpost drives no control unit'],
    ['org number, address, date, number, lines, VAT by rate', vat, BY_RATE],
    ['"kopia" on a copy, only one copy', copy, /^Copy$/m],
    ['"kopia" on a copy, only one copy', 'not applicable: not on the paper; the setting receipt.copies decides'],
    ['NO: ore amounts on line and total whatever the tender', vat, /Total \| \$12\.64/],
  ],
};

const ACQUIRERS = 'not applicable: optional, or a rule of some acquirers; nexo tells it in no field';

/** The fields of the table of fields of a card payment (EMV), in its order. */
const CARD_FIELDS: readonly Row[] = [
  ['AID (dedicated file name)', vat, /AID A0000000041010/],
  ['application label or preferred name', vat, /Debit Mastercard/],
  ['PAN, masked to the last 4 digits', vat, /Mastercard ···· 9999/],
  ['card expiry date', vat, /^(?![\s\S]*expir)/i],
  ['PIN statement (verified by PIN)', vat, /Verified by PIN/],
  ['cryptogram type and value (TC/AAC)', ACQUIRERS],
  ['TVR', ACQUIRERS],
  ['IAD', ACQUIRERS],
  ['TSI', ACQUIRERS],
  ['ARC', ACQUIRERS],
  ['entry mode', vat, /Contactless/],
  ['authorisation code', vat, /Approval 123456/],
  ['merchant DBA name and location', vat, NAME_AND_ADDRESS],
  ['merchant id, terminal id', vat, /Terminal V400m-1[\s|]+Merchant M-77/],
  ['date and time', vat, WHEN],
  ['transaction type (sale, refund, void)', vat, /Transaction POI-1/],
  ['transaction type (sale, refund, void)', back, /^Return A1-000002$/m],
  ['amount, currency, tax, tip', vat, PAID],
  ['PAN sequence number', ACQUIRERS],
  ['decline receipt', 'not applicable: a slip of its own, which the test of declined-paper reads'],
  [
    'provider text lines',
    'not applicable: what schemes want of them is printed by name; the rest may hold more of the card than four digits, and is not kept',
  ],
];

const unlike = <T>(all: readonly T[]): T[] => [...new Set(all)];

it('are those of the two tables, none left out', () => {
  const rows = factsOf('receipt-fields-by-country');
  const written = Object.entries(FIELDS).map(([country, fields]) => [country, unlike(fields.map(([field]) => field))]);
  const given = unlike(rows.map(({ country }) => country)).map((country) => [
    country,
    rows.filter((row) => row.country === country).map(({ field }) => field),
  ]);
  expect(written).toEqual(given);
  expect(unlike(CARD_FIELDS.map(([field]) => field))).toEqual(factsOf('emv-receipt-fields').map(({ field }) => field));
});

describe.each(Object.entries({ ...FIELDS, 'a card payment': CARD_FIELDS }))('the receipt fields of %s', (_country, rows) => {
  it.each(rows.map((row) => [row[0], row] as const))('%s', (_field, row) => {
    if (row.length === 3) expect(row[1]).toMatch(row[2]);
    else expect(row[1]).toMatch(/^not applicable: .{10,}/);
  });
});

it('[A2] no receipt tells when a card expires, or more of its number than four digits', () => {
  const card = vat.split('\n').filter((line) => line.startsWith('Mastercard'));
  expect(card).toHaveLength(1);
  expect(vat).not.toMatch(/expir/i);
  expect(card.join().replace('A0000000041010', '')).not.toMatch(/\d{7,}/);
});
