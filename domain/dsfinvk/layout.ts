/**
 * What a cell holds. Numbers are whole: steps of the last decimal that the column has, so that cents in a column of two decimals are
 * cents.
 */
export type ColumnType =
  | { readonly kind: 'text'; readonly longest: number | null }
  | { readonly kind: 'number'; readonly decimals: number };

export interface Column {
  readonly name: string;
  readonly type: ColumnType;
}

/** A file of the export, and the name that the standard has for it. */
export interface FileLayout {
  readonly title: string;
  readonly columns: readonly Column[];
}

const text = (name: string, longest: number | null = null): Column => ({ name, type: { kind: 'text', longest } });
const number = (name: string, decimals: number): Column => ({ name, type: { kind: 'number', decimals } });
const flag = (name: string): Column => text(name, 1);
const texts = (longest: number, ...names: readonly string[]): Column[] => names.map((name) => text(name, longest));
const amounts = (...names: readonly string[]): Column[] => names.map((name) => number(name, 5));

const CLOSING = [text('Z_KASSE_ID', 50), text('Z_ERSTELLUNG'), number('Z_NR', 0)];
const RECEIPT = [...CLOSING, text('BON_ID', 40)];
const LINE = [...RECEIPT, text('POS_ZEILE', 50)];
const certificates = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII'].map((one) => `TSE_ZERTIFIKAT_${one}`);

/** Goods, in a line and in what a line is made of. */
const goods = (prefix: string): Column[] => [
  ...texts(50, `${prefix}ART_NR`, `${prefix}GTIN`),
  ...(prefix === '' ? [] : texts(50, `${prefix}NAME`)),
  text(`${prefix}WARENGR_ID`, 40),
  text(`${prefix}WARENGR`, 50),
  number(`${prefix}MENGE`, 3),
  number(`${prefix}FAKTOR`, 3),
  text(`${prefix}EINHEIT`, 50),
];

const address = (prefix: string): Column[] => [
  ...texts(60, `${prefix}NAME`, `${prefix}STRASSE`),
  text(`${prefix}PLZ`, 10),
  text(`${prefix}ORT`, 62),
  text(`${prefix}LAND`, 3),
];

/**
 * The files of DSFinV-K, the German export of a till's data for the tax office, with their columns in order: single receipts, master
 * data, and closings. Source: the standard's table of fields (Bundeszentralamt für Steuern).
 */
export const LAYOUT = {
  'lines.csv': {
    title: 'Bonpos',
    columns: [
      ...LINE,
      text('GUTSCHEIN_NR', 50),
      text('ARTIKELTEXT', 255),
      text('POS_TERMINAL_ID', 50),
      text('GV_TYP', 30),
      text('GV_NAME', 40),
      flag('INHAUS'),
      flag('P_STORNO'),
      number('AGENTUR_ID', 0),
      ...goods(''),
      number('STK_BR', 5),
    ],
  },
  'lines_vat.csv': {
    title: 'Bonpos_USt',
    columns: [...LINE, number('UST_SCHLUESSEL', 0), ...amounts('POS_BRUTTO', 'POS_NETTO', 'POS_UST')],
  },
  'itemamounts.csv': {
    title: 'Bonpos_Preisfindung',
    columns: [...LINE, text('TYP', 20), number('UST_SCHLUESSEL', 0), ...amounts('PF_BRUTTO', 'PF_NETTO', 'PF_UST')],
  },
  'subitems.csv': {
    title: 'Bonpos_Zusatzinfo',
    columns: [
      ...LINE,
      ...goods('ZI_'),
      number('ZI_UST_SCHLUESSEL', 0),
      ...amounts('ZI_BASISPREIS_BRUTTO', 'ZI_BASISPREIS_NETTO', 'ZI_BASISPREIS_UST'),
    ],
  },
  'transactions.csv': {
    title: 'Bonkopf',
    columns: [
      ...RECEIPT,
      number('BON_NR', 0),
      text('BON_TYP', 30),
      text('BON_NAME', 60),
      text('TERMINAL_ID', 50),
      flag('BON_STORNO'),
      text('BON_START'),
      text('BON_ENDE'),
      ...texts(50, 'BEDIENER_ID', 'BEDIENER_NAME'),
      number('UMS_BRUTTO', 2),
      ...texts(50, 'KUNDE_NAME', 'KUNDE_ID', 'KUNDE_TYP'),
      ...address('KUNDE_').slice(1),
      text('KUNDE_USTID', 15),
      text('BON_NOTIZ', 255),
    ],
  },
  'transactions_vat.csv': {
    title: 'Bonkopf_USt',
    columns: [...RECEIPT, number('UST_SCHLUESSEL', 0), ...amounts('BON_BRUTTO', 'BON_NETTO', 'BON_UST')],
  },
  'allocation_groups.csv': { title: 'Bonkopf_AbrKreis', columns: [...RECEIPT, text('ABRECHNUNGSKREIS', 50)] },
  'datapayment.csv': {
    title: 'Bonkopf_Zahlarten',
    columns: [
      ...RECEIPT,
      text('ZAHLART_TYP', 25),
      text('ZAHLART_NAME', 60),
      text('ZAHLWAEH_CODE', 3),
      number('ZAHLWAEH_BETRAG', 2),
      number('BASISWAEH_BETRAG', 2),
    ],
  },
  'references.csv': {
    title: 'Bon_Referenzen',
    columns: [
      ...RECEIPT,
      text('POS_ZEILE'),
      text('REF_TYP', 20),
      text('REF_NAME', 40),
      text('REF_DATUM'),
      text('REF_Z_KASSE_ID', 50),
      number('REF_Z_NR', 0),
      text('REF_BON_ID', 40),
    ],
  },
  'transactions_tse.csv': {
    title: 'TSE_Transaktionen',
    columns: [
      ...RECEIPT,
      number('TSE_ID', 0),
      number('TSE_TANR', 0),
      text('TSE_TA_START'),
      text('TSE_TA_ENDE'),
      text('TSE_TA_VORGANGSART', 30),
      number('TSE_TA_SIGZ', 0),
      text('TSE_TA_SIG', 512),
      text('TSE_TA_FEHLER', 200),
      text('TSE_VORGANGSDATEN'),
    ],
  },
  'cashpointclosing.csv': {
    title: 'Stamm_Abschluss',
    columns: [
      ...CLOSING,
      text('Z_BUCHUNGSTAG'),
      text('TAXONOMIE_VERSION', 10),
      ...texts(40, 'Z_START_ID', 'Z_ENDE_ID'),
      ...address(''),
      text('STNR', 20),
      text('USTID', 15),
      number('Z_SE_ZAHLUNGEN', 2),
      number('Z_SE_BARZAHLUNGEN', 2),
    ],
  },
  'location.csv': { title: 'Stamm_Orte', columns: [...CLOSING, ...address('LOC_'), text('LOC_USTID', 15)] },
  'cashregister.csv': {
    title: 'Stamm_Kassen',
    columns: [
      ...CLOSING,
      ...texts(50, 'KASSE_BRAND', 'KASSE_MODELL'),
      text('KASSE_SERIENNR', 70),
      ...texts(50, 'KASSE_SW_BRAND', 'KASSE_SW_VERSION'),
      text('KASSE_BASISWAEH_CODE', 3),
      flag('KEINE_UST_ZUORDNUNG'),
    ],
  },
  'slaves.csv': {
    title: 'Stamm_Terminals',
    columns: [
      ...CLOSING,
      ...texts(50, 'TERMINAL_ID', 'TERMINAL_BRAND', 'TERMINAL_MODELL'),
      text('TERMINAL_SERIENNR', 70),
      ...texts(50, 'TERMINAL_SW_BRAND', 'TERMINAL_SW_VERSION'),
    ],
  },
  'pa.csv': {
    title: 'Stamm_Agenturen',
    columns: [...CLOSING, number('AGENTUR_ID', 0), ...address('AGENTUR_'), text('AGENTUR_STNR', 20), text('AGENTUR_USTID', 15)],
  },
  'vat.csv': { title: 'Stamm_USt', columns: [...CLOSING, number('UST_SCHLUESSEL', 0), number('UST_SATZ', 2), text('UST_BESCHR', 55)] },
  'tse.csv': {
    title: 'Stamm_TSE',
    columns: [
      ...CLOSING,
      number('TSE_ID', 0),
      text('TSE_SERIAL', 68),
      text('TSE_SIG_ALGO', 30),
      text('TSE_ZEITFORMAT'),
      text('TSE_PD_ENCODING', 5),
      text('TSE_PUBLIC_KEY', 512),
      ...texts(1000, ...certificates),
    ],
  },
  'businesscases.csv': {
    title: 'Z_GV_Typ',
    columns: [
      ...CLOSING,
      text('GV_TYP', 30),
      text('GV_NAME', 40),
      number('AGENTUR_ID', 0),
      number('UST_SCHLUESSEL', 0),
      ...amounts('Z_UMS_BRUTTO', 'Z_UMS_NETTO', 'Z_UST'),
    ],
  },
  'payment.csv': {
    title: 'Z_Zahlart',
    columns: [...CLOSING, text('ZAHLART_TYP', 25), text('ZAHLART_NAME', 60), number('Z_ZAHLART_BETRAG', 2)],
  },
  'cash_per_currency.csv': { title: 'Z_Waehrungen', columns: [...CLOSING, text('ZAHLART_WAEH', 3), number('ZAHLART_BETRAG_WAEH', 2)] },
} as const satisfies Readonly<Record<string, FileLayout>>;

export type FileName = keyof typeof LAYOUT;

export const FILE_NAMES = Object.keys(LAYOUT) as readonly FileName[];

/** A row by column; what is left out is empty. */
export type Cells = Readonly<Record<string, string | number | null>>;
