import type { AnyOperation } from '../base/envelope.ts';
import { shiftClosed, shiftOpened } from '../shift/operations.ts';
import { type Cells, FILE_NAMES, type FileName } from './layout.ts';
import { type Payment, type Position, type Receipt, sumOfPositions, type VatAmount } from './receipt.ts';
import { receiptsOf } from './receipts.ts';
import { VatKeys } from './vat-keys.ts';
import { writeCsv, writeIndex } from './write-files.ts';

/** The version of the standard whose fields these are. */
const STANDARD = '2.3';
const SOFTWARE = 'Outpost';
/** Outpost signs its journal and drives no technical security device (TSE): each receipt says so. */
const NO_TSE = 'keine TSE';

export interface Address {
  readonly name: string;
  readonly street: string;
  readonly postalCode: string;
  readonly city: string;
  /** Three letters (ISO 3166). */
  readonly country: string;
}

/** What the journal cannot tell. */
export interface ExportCase {
  readonly seller: Address & { readonly taxNumber: string; readonly vatId: string };
  readonly store: Address;
  readonly register: { readonly id: string; readonly prefix: string; readonly version: string };
  readonly associateName: (id: string) => string | null;
  readonly departmentOf: (sku: string) => string | null;
  /** The closing and the id of an earlier receipt; null where nobody has it. */
  readonly findReceipt: (number: string) => { readonly id: string; readonly zNumber: number | null; readonly at: string } | null;
}

type Rows = Record<FileName, Cells[]>;

/** ISO 8601 without fractions of a second. */
function timeOf(at: string): string {
  return at.replace(/\.\d+Z$/, 'Z');
}

function amountCells(names: readonly [gross: string, net: string, tax: string], { key, grossMinor, taxMinor }: VatAmount): Cells {
  const [gross, net, tax] = names;
  return { UST_SCHLUESSEL: key, [gross]: grossMinor * 1_000, [net]: (grossMinor - taxMinor) * 1_000, [tax]: taxMinor * 1_000 };
}

/** Adds up by a name, in the order of the first. */
function sumBy<T, S>(items: readonly T[], nameOf: (item: T) => string, start: (item: T) => S, add: (sum: S, item: T) => S): S[] {
  const sums = new Map<string, S>();
  for (const item of items) {
    const name = nameOf(item);
    const before = sums.get(name);
    sums.set(name, before === undefined ? start(item) : add(before, item));
  }
  return [...sums.values()];
}

function sumByKey(positions: readonly Position[], nameOf: (one: Position) => string): { position: Position; amount: VatAmount }[] {
  return sumBy(
    positions,
    nameOf,
    (position) => ({ position, amount: position.amount }),
    ({ position, amount }, next) => {
      const grossMinor = amount.grossMinor + next.amount.grossMinor;
      return { position, amount: { key: amount.key, grossMinor, taxMinor: amount.taxMinor + next.amount.taxMinor } };
    },
  );
}

/** What was taken off a line, as it came to its price. */
function addPriceFinding(rows: Rows, head: Cells, { amount, baseMinor }: Position): void {
  if (baseMinor === null) return;
  const share = (grossMinor: number): VatAmount => {
    const taxMinor = amount.grossMinor === 0 ? 0 : Math.round((amount.taxMinor * grossMinor) / amount.grossMinor);
    return { key: amount.key, grossMinor, taxMinor };
  };
  const base = share(baseMinor);
  const off = { key: amount.key, grossMinor: amount.grossMinor - baseMinor, taxMinor: amount.taxMinor - base.taxMinor };
  const cells = (TYP: string, one: VatAmount) => ({ ...head, TYP, ...amountCells(['PF_BRUTTO', 'PF_NETTO', 'PF_UST'], one) });
  rows['itemamounts.csv'].push(cells('base_amount', base), cells(off.grossMinor < 0 ? 'discount' : 'extra_amount', off));
}

function addPosition(rows: Rows, head: Cells, position: Position, { register, departmentOf }: ExportCase): void {
  const department = position.sku === null ? null : departmentOf(position.sku);
  rows['lines.csv'].push({
    ...head,
    GUTSCHEIN_NR: position.voucher,
    ARTIKELTEXT: position.text,
    POS_TERMINAL_ID: register.prefix,
    GV_TYP: position.businessCase,
    GV_NAME: position.caseName,
    INHAUS: '0',
    P_STORNO: '0',
    AGENTUR_ID: 0,
    ART_NR: position.sku,
    GTIN: position.gtin,
    WARENGR_ID: department,
    WARENGR: department,
    MENGE: position.quantity,
    FAKTOR: 1_000,
    EINHEIT: position.unit,
    STK_BR: position.unitPrice,
  });
  rows['lines_vat.csv'].push({ ...head, ...amountCells(['POS_BRUTTO', 'POS_NETTO', 'POS_UST'], position.amount) });
  addPriceFinding(rows, head, position);
}

function paymentCells({ type, name, currency, amountMinor, baseMinor }: Payment): Cells {
  return { ZAHLART_TYP: type, ZAHLART_NAME: name, ZAHLWAEH_CODE: currency, ZAHLWAEH_BETRAG: amountMinor, BASISWAEH_BETRAG: baseMinor };
}

function addReference(rows: Rows, head: Cells, { takesBack }: Receipt, { findReceipt }: ExportCase): void {
  if (takesBack === null) return;
  const found = findReceipt(takesBack);
  rows['references.csv'].push({
    ...head,
    REF_TYP: 'Transaktion',
    REF_NAME: takesBack,
    REF_DATUM: found === null ? null : timeOf(found.at),
    REF_Z_KASSE_ID: takesBack.replace(/-\d+$/, ''),
    REF_Z_NR: found?.zNumber ?? null,
    REF_BON_ID: found?.id ?? null,
  });
}

function addReceipt(rows: Rows, closing: Cells, receipt: Receipt, known: ExportCase): void {
  const head = { ...closing, BON_ID: receipt.id };
  const { associateId, customerId } = receipt;
  rows['transactions.csv'].push({
    ...head,
    BON_NR: receipt.number,
    BON_TYP: receipt.type,
    BON_NAME: receipt.printed,
    TERMINAL_ID: known.register.prefix,
    BON_STORNO: receipt.isVoid ? '1' : '0',
    BON_START: timeOf(receipt.begunAt ?? receipt.at),
    BON_ENDE: timeOf(receipt.at),
    BEDIENER_ID: associateId,
    BEDIENER_NAME: associateId === null ? null : known.associateName(associateId),
    UMS_BRUTTO: sumOfPositions(receipt),
    KUNDE_ID: customerId,
    BON_NOTIZ: receipt.note,
  });
  receipt.positions.forEach((position, index) => addPosition(rows, { ...head, POS_ZEILE: String(index + 1) }, position, known));
  for (const { amount } of sumByKey(receipt.positions, (one) => String(one.amount.key)))
    rows['transactions_vat.csv'].push({ ...head, ...amountCells(['BON_BRUTTO', 'BON_NETTO', 'BON_UST'], amount) });
  for (const payment of receipt.payments) rows['datapayment.csv'].push({ ...head, ...paymentCells(payment) });
  addReference(rows, head, receipt, known);
  rows['transactions_tse.csv'].push({ ...head, TSE_TA_FEHLER: NO_TSE });
}

/** The sums of a closing: of what is a `Beleg` alone. */
function addSums(rows: Rows, closing: Cells, receipts: readonly Receipt[]): { payments: number; cash: number } {
  const counted = receipts.filter(({ type }) => type === 'Beleg');
  const positions = counted.flatMap((one) => one.positions);
  for (const { position, amount } of sumByKey(positions, (one) => `${one.businessCase} ${one.caseName} ${one.amount.key}`)) {
    const { businessCase, caseName } = position;
    const sums = amountCells(['Z_UMS_BRUTTO', 'Z_UMS_NETTO', 'Z_UST'], amount);
    rows['businesscases.csv'].push({ ...closing, GV_TYP: businessCase, GV_NAME: caseName, AGENTUR_ID: 0, ...sums });
  }
  const paid = counted.flatMap((one) => one.payments).filter(({ type }) => type !== 'Keine');
  const sums = (items: readonly Payment[], nameOf: (one: Payment) => string): Payment[] =>
    sumBy(
      items,
      nameOf,
      (one) => one,
      (sum, one) => ({ ...sum, amountMinor: sum.amountMinor + one.amountMinor, baseMinor: sum.baseMinor + one.baseMinor }),
    );
  for (const { type, name, baseMinor } of sums(paid, (one) => `${one.type} ${one.name}`))
    rows['payment.csv'].push({ ...closing, ZAHLART_TYP: type, ZAHLART_NAME: name, Z_ZAHLART_BETRAG: baseMinor });
  const cash = paid.filter(({ type }) => type === 'Bar');
  for (const { currency, amountMinor } of sums(cash, (one) => one.currency))
    rows['cash_per_currency.csv'].push({ ...closing, ZAHLART_WAEH: currency, ZAHLART_BETRAG_WAEH: amountMinor });
  const total = (items: readonly Payment[]) => items.reduce((sum, one) => sum + one.baseMinor, 0);
  return { payments: total(paid), cash: total(cash) };
}

function addressCells(prefix: string, { name, street, postalCode, city, country }: Address): Cells {
  return {
    [`${prefix}NAME`]: name,
    [`${prefix}STRASSE`]: street,
    [`${prefix}PLZ`]: postalCode,
    [`${prefix}ORT`]: city,
    [`${prefix}LAND`]: country,
  };
}

/** One closed shift. @returns false for one that an older app closed, without a number. */
function addShift(rows: Rows, operations: readonly AnyOperation[], keys: VatKeys, known: ExportCase): boolean {
  const opened = operations.find((one) => shiftOpened.is(one));
  const closed = operations.find((one) => shiftClosed.is(one));
  if (!shiftOpened.is(opened) || !shiftClosed.is(closed) || closed.payload.totals === null) return false;
  const { seller, store, register } = known;
  const { currency } = opened.payload;
  const closing = { Z_KASSE_ID: register.prefix, Z_ERSTELLUNG: timeOf(closed.at), Z_NR: closed.payload.totals.zNumber };
  const receipts = receiptsOf(operations, currency, keys);
  for (const receipt of receipts) addReceipt(rows, closing, receipt, known);
  const { payments, cash } = addSums(rows, closing, receipts);
  rows['cashpointclosing.csv'].push({
    ...closing,
    Z_BUCHUNGSTAG: opened.businessDate,
    TAXONOMIE_VERSION: STANDARD,
    Z_START_ID: receipts[0]?.id ?? null,
    Z_ENDE_ID: receipts.at(-1)?.id ?? null,
    ...addressCells('', seller),
    STNR: seller.taxNumber,
    USTID: seller.vatId,
    Z_SE_ZAHLUNGEN: payments,
    Z_SE_BARZAHLUNGEN: cash,
  });
  rows['location.csv'].push({ ...closing, ...addressCells('LOC_', store), LOC_USTID: seller.vatId });
  rows['cashregister.csv'].push({
    ...closing,
    KASSE_BRAND: SOFTWARE,
    KASSE_MODELL: SOFTWARE,
    KASSE_SERIENNR: register.id,
    KASSE_SW_BRAND: SOFTWARE,
    KASSE_SW_VERSION: register.version,
    KASSE_BASISWAEH_CODE: currency,
    KEINE_UST_ZUORDNUNG: '0',
  });
  for (const { key, ratePpm, meaning } of keys.all())
    rows['vat.csv'].push({ ...closing, UST_SCHLUESSEL: key, UST_SATZ: Math.round(ratePpm / 100), UST_BESCHR: meaning });
  return true;
}

export interface MadeExport {
  /** The text of each file by its name, `index.xml` among them. */
  readonly files: Readonly<Record<string, string>>;
  readonly closings: number;
  /** Shifts that an older app closed without a number: they are in no file. */
  readonly unnumbered: number;
}

/**
 * Closed shifts of one register as DSFinV-K has them: single receipts, master data, and closings.
 * @param shifts the operations of each, in the order of the journal, its opening and its closing among them.
 */
export function makeExport(shifts: readonly (readonly AnyOperation[])[], known: ExportCase): MadeExport {
  const rows = Object.fromEntries(FILE_NAMES.map((name) => [name, []])) as unknown as Rows;
  const keys = new VatKeys();
  const closings = shifts.filter((operations) => addShift(rows, operations, keys, known)).length;
  const written = FILE_NAMES.map((name) => [name, writeCsv(name, rows[name])] as const);
  const index = writeIndex({ name: known.seller.name, city: known.seller.city });
  return { files: Object.fromEntries([...written, ['index.xml', index]]), closings, unnumbered: shifts.length - closings };
}
