import { describe, expect, it } from 'vitest';
import { germanDay } from '../../test/support/german-day.ts';
import { shiftClosed } from '../shift/operations.ts';
import { type ExportCase, makeExport } from './make-export.ts';

const ADDRESS = { street: 'Hauptstraße 1', postalCode: '50667', city: 'Köln', country: 'DEU' };
const known: ExportCase = {
  seller: { name: 'Laden GmbH', ...ADDRESS, taxNumber: '214/5678/9012', vatId: 'DE123456789' },
  store: { name: 'Filiale Köln', ...ADDRESS },
  register: { id: 'R1', prefix: 'A1', version: '0.1.0' },
  associateName: (id) => (id === 'ASSOCIATE' ? 'Jemand' : null),
  departmentOf: (sku) => (sku === 'CUP' ? 'Küche' : null),
  findReceipt: (number) => (number === 'A1-000001' ? { id: 'FIRST', zNumber: 12, at: '2026-03-02T10:00:00.000Z' } : null),
};

/** A file's rows by column, without the three columns that name the closing. No text in it holds a semicolon but the one of the cup. */
function rowsOf(file: string, text: string | undefined): Record<string, string>[] {
  if (text === undefined) throw new Error(`${file} is missing.`);
  const cells = (line: string) =>
    [...line.matchAll(/"((?:[^"]|"")*)"(?:;|$)|([^;]*)(?:;|$)/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '');
  const [names = [], ...rows] = text.trimEnd().split('\r\n').map(cells);
  return rows.map((row) =>
    Object.fromEntries(
      names.map((name, index) => [name, row[index] ?? ''] as const).slice(3, names.length - (names.at(-1) === '' ? 1 : 0)),
    ),
  );
}

const made = makeExport([germanDay()], known);
const rows = (file: string) => rowsOf(file, made.files[file]);
const steps = (text: string | undefined): number => Number((text ?? '0').replace(',', ''));
const sum = (file: string, column: string): number => rows(file).reduce((all, row) => all + steps(row[column]), 0);

describe('the export of a German day', () => {
  it('has a head for each thing that the till did, and none for a card payment, which is part of its sale', () => {
    expect(rows('transactions.csv').map((row) => [row['BON_NR'], row['BON_TYP'], row['BON_NAME'], row['UMS_BRUTTO']])).toEqual([
      ['1', 'Beleg', '', '100,00'],
      ['1', 'Beleg', 'A1-000001', '21,41'],
      ['2', 'Beleg', 'A1-000002', '50,00'],
      ['3', 'Beleg', 'A1-000003', '1,90'],
      ['4', 'Beleg', 'A1-000004', '-10,71'],
      ['7', 'Beleg', '', '-20,00'],
      ['8', 'AVBelegabbruch', '', '0,00'],
      ['9', 'Beleg', '', '-0,60'],
    ]);
    expect(rows('transactions.csv')[1]).toMatchObject({
      BEDIENER_ID: 'ASSOCIATE',
      BEDIENER_NAME: 'Jemand',
      BON_STORNO: '0',
      TERMINAL_ID: 'A1',
    });
  });

  it('has the lines with what they are, how much of what, and the price with tax', () => {
    expect(
      rows('lines.csv').map((row) => [row['GV_TYP'], row['ARTIKELTEXT'], row['MENGE'], row['EINHEIT'], row['STK_BR'], row['GUTSCHEIN_NR']]),
    ).toEqual([
      ['Anfangsbestand', 'Anfangsbestand', '1,000', '', '100,00000', ''],
      ['Umsatz', 'Kaffee', '0,500', 'kg', '21,40000', ''],
      ['Umsatz', 'Tasse; "groß"', '1,000', 'piece', '11,90000', ''],
      ['MehrzweckgutscheinKauf', 'Gutschein', '1,000', 'piece', '50,00000', 'CARD-1'],
      ['Umsatz', 'Tasse; "groß"', '1,000', 'piece', '11,90000', ''],
      ['MehrzweckgutscheinEinloesung', 'MehrzweckgutscheinEinloesung', '1,000', '', '-10,00000', 'CARD-1'],
      ['Umsatz', 'Tasse; "groß"', '-1,000', 'piece', '10,71000', ''],
      ['Auszahlung', 'cleaning', '1,000', '', '-20,00000', ''],
      ['Umsatz', 'CUP', '1,000', '', '11,90000', ''],
      ['DifferenzSollIst', 'DifferenzSollIst', '1,000', '', '-0,60000', ''],
    ]);
    expect(rows('lines.csv')[2]).toMatchObject({ ART_NR: 'CUP', GTIN: '4006381333931', WARENGR: 'Küche' });
  });

  it('tells how a line came to its price', () => {
    expect(rows('itemamounts.csv').map(({ BON_ID: _, ...row }) => row)).toEqual([
      { POS_ZEILE: '2', TYP: 'base_amount', UST_SCHLUESSEL: '1', PF_BRUTTO: '11,90000', PF_NETTO: '10,00000', PF_UST: '1,90000' },
      { POS_ZEILE: '2', TYP: 'discount', UST_SCHLUESSEL: '1', PF_BRUTTO: '-1,19000', PF_NETTO: '-1,00000', PF_UST: '-0,19000' },
    ]);
  });

  it('closes: what was sold by rate, how it was paid, and the cash that was counted', () => {
    expect(
      rows('businesscases.csv').map((row) => [row['GV_TYP'], row['UST_SCHLUESSEL'], row['Z_UMS_BRUTTO'], row['Z_UMS_NETTO'], row['Z_UST']]),
    ).toEqual([
      ['Anfangsbestand', '5', '100,00000', '100,00000', '0,00000'],
      ['Umsatz', '2', '10,70000', '10,00000', '0,70000'],
      ['Umsatz', '1', '11,90000', '10,00000', '1,90000'],
      ['MehrzweckgutscheinKauf', '5', '50,00000', '50,00000', '0,00000'],
      ['MehrzweckgutscheinEinloesung', '5', '-10,00000', '-10,00000', '0,00000'],
      ['Auszahlung', '5', '-20,00000', '-20,00000', '0,00000'],
      ['DifferenzSollIst', '5', '-0,60000', '-0,60000', '0,00000'],
    ]);
    expect(rows('payment.csv')).toEqual([
      { ZAHLART_TYP: 'Bar', ZAHLART_NAME: 'cash', Z_ZAHLART_BETRAG: '92,00' },
      { ZAHLART_TYP: 'Kreditkarte', ZAHLART_NAME: 'VISA', Z_ZAHLART_BETRAG: '50,00' },
    ]);
    expect(rows('cash_per_currency.csv')).toEqual([{ ZAHLART_WAEH: 'EUR', ZAHLART_BETRAG_WAEH: '92,00' }]);
    expect(rows('cashpointclosing.csv')).toMatchObject([
      { Z_BUCHUNGSTAG: '2026-03-02', STNR: '214/5678/9012', USTID: 'DE123456789', Z_SE_ZAHLUNGEN: '142,00', Z_SE_BARZAHLUNGEN: '92,00' },
    ]);
    expect(made).toMatchObject({ closings: 1, unnumbered: 0 });
    expect(made.files['cashpointclosing.csv']).toContain('"A1";"2026-03-02T10:00:00Z";12;');
  });

  it('adds up: lines, rates and payments of the receipts come to the sums of the closing', () => {
    expect(sum('lines_vat.csv', 'POS_BRUTTO')).toBe(14_200_000);
    expect(sum('transactions_vat.csv', 'BON_BRUTTO')).toBe(14_200_000);
    expect(sum('businesscases.csv', 'Z_UMS_BRUTTO')).toBe(14_200_000);
    expect(sum('datapayment.csv', 'BASISWAEH_BETRAG')).toBe(14_200);
  });

  it('names the receipt that goods came back from, and says of each that no TSE signed it', () => {
    expect(rows('references.csv')).toMatchObject([
      {
        REF_TYP: 'Transaktion',
        REF_NAME: 'A1-000001',
        REF_DATUM: '2026-03-02T10:00:00Z',
        REF_Z_KASSE_ID: 'A1',
        REF_Z_NR: '12',
        REF_BON_ID: 'FIRST',
      },
    ]);
    expect(rows('transactions_tse.csv').every((row) => row['TSE_TA_FEHLER'] === 'keine TSE')).toBe(true);
  });

  it('leaves out a shift that has no number, and says so', () => {
    const old = germanDay().map((one) => (shiftClosed.is(one) ? { ...one, payload: { ...one.payload, totals: null } } : one));
    expect(makeExport([old], known)).toMatchObject({ closings: 0, unnumbered: 1 });
  });
});
