import { describe, expect, it } from 'vitest';
import { factsOf } from '../../test/support/facts.ts';
import type { BusinessCase, PaymentType } from './business-case.ts';
import type { Receipt } from './receipt.ts';
import { VatKeys } from './vat-keys.ts';

/** The types see to it that nothing is left out here that an export can say. */
const RECEIPTS: Readonly<Record<Receipt['type'], true>> = { Beleg: true, AVTraining: true, AVBelegabbruch: true, AVSonstige: true };
const CASES: Readonly<Record<BusinessCase, true>> = {
  Umsatz: true,
  Pfand: true,
  PfandRueckzahlung: true,
  MehrzweckgutscheinKauf: true,
  MehrzweckgutscheinEinloesung: true,
  Forderungsentstehung: true,
  Forderungsaufloesung: true,
  Geldtransit: true,
  DifferenzSollIst: true,
  TrinkgeldAN: true,
  Auszahlung: true,
  Einzahlung: true,
  Rabatt: true,
  Aufschlag: true,
  Anfangsbestand: true,
};
const PAYMENTS: Readonly<Record<PaymentType, true>> = {
  Bar: true,
  Unbar: true,
  ECKarte: true,
  Kreditkarte: true,
  GuthabenKarte: true,
  Keine: true,
};

/** What an export says, by the field; the void is the only other value of its field than 0. */
const SAID: Readonly<Record<string, readonly string[]>> = {
  BON_TYP: Object.keys(RECEIPTS),
  BON_STORNO: ['1'],
  GV_TYP: Object.keys(CASES),
  ZAHLART_TYP: Object.keys(PAYMENTS),
  UST_SCHLUESSEL: new VatKeys().all().map(({ key }) => String(key)),
  'index.xml': ['GDPdU/GoBD description of all csv files'],
};

const NO_TSE = 'Outpost drives no security module (TSE); each receipt says so';
const ONE_GIFT_CARD = 'a gift card buys anything, so its tax is due when it is redeemed';
const PAID_WHOLE = 'what is ordered at the till is paid there as a whole';
const ONE_OWNER = 'what comes in or goes out without a sale is Einzahlung or Auszahlung; a company has no private cash';
const FARMERS = 'the average rates of farmers';

/** Why a value of the standard never comes out of this till. */
const NEVER_SAID: Readonly<Record<string, string>> = {
  AVTransfer: 'tables and tabs that change hands: this is no restaurant',
  AVBestellung: 'an order at the till is a sale, and the goods are delivered',
  AVSachbezug: 'nobody takes goods for themselves at the till',
  AVRechnung: 'a sale on account is a receipt with a claim in it',
  AVBelegstorno: NO_TSE,
  EinzweckgutscheinKauf: ONE_GIFT_CARD,
  EinzweckgutscheinEinloesung: ONE_GIFT_CARD,
  Anzahlungseinstellung: PAID_WHOLE,
  Anzahlungsaufloesung: PAID_WHOLE,
  Privateinlage: ONE_OWNER,
  Privatentnahme: ONE_OWNER,
  TrinkgeldAG: 'tips belong to those who serve',
  Lohnzahlung: 'wages are not paid out of the drawer',
  ZuschussEcht: 'no subsidies are booked at the till',
  ZuschussUnecht: 'no subsidies are booked at the till',
  ElZahlungsdienstleister: 'a wallet pays by its card, whose brand the terminal tells',
  3: FARMERS,
  4: FARMERS,
  'Kassenbeleg-V1 / Bestellung-V1 / SonstigerVorgang': NO_TSE,
  'Beleg^g1_g2_g3_g4_g5^amount:Bar_amount:Unbar': NO_TSE,
};

const given = factsOf('dsfinvk-values').filter(({ field }) => field !== 'QR');

describe('the values of the standard', () => {
  it.each(given.map(({ field, value }) => [field, value] as const))('%s %s is said, or never said for a reason', (field, value) => {
    const isSaid = SAID[field]?.includes(value) ?? false;
    expect(isSaid).toBe(NEVER_SAID[value] === undefined);
  });

  it('are the only ones that an export says', () => {
    const known = new Set(given.map(({ field, value }) => `${field} ${value}`));
    const said = Object.entries(SAID).flatMap(([field, values]) => values.map((value) => `${field} ${value}`));
    expect(said.filter((one) => !known.has(one))).toEqual([]);
    expect(Object.keys(NEVER_SAID).filter((value) => !given.some((one) => one.value === value))).toEqual([]);
  });
});
