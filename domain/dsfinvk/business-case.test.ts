import { describe, expect, it } from 'vitest';
import { caseOfLine, caseOfReturned, paymentTypeOf } from './business-case.ts';

describe('what something is for the tax office', () => {
  it.each([
    ['goods', 'Umsatz', 'Umsatz'],
    ['service', 'Umsatz', 'Umsatz'],
    ['fee', 'Umsatz', 'Umsatz'],
    ['deposit', 'Pfand', 'PfandRueckzahlung'],
    ['gift_card', 'MehrzweckgutscheinKauf', 'MehrzweckgutscheinKauf'],
    ['account_payment', 'Forderungsaufloesung', 'Forderungsaufloesung'],
  ] as const)('a line of %s is %s when it is sold and %s when it comes back', (kind, sold, returned) => {
    expect([caseOfLine(kind), caseOfReturned(kind)]).toEqual([sold, returned]);
  });

  it.each([
    ['cash', null, 'Bar'],
    ['card', 'VISA', 'Kreditkarte'],
    ['card', 'girocard', 'ECKarte'],
    ['card', 'Maestro', 'ECKarte'],
    ['card', null, 'Unbar'],
    ['store_credit', null, 'GuthabenKarte'],
    ['voucher', null, 'Unbar'],
    ['original_payment', null, 'Unbar'],
  ])('%s (%s) is %s', (kind, scheme, type) => {
    expect(paymentTypeOf(kind, scheme)).toBe(type);
  });
});
