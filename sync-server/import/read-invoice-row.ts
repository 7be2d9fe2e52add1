import { UNIT_PRICE_SCALE } from '../../domain/base/money.ts';
import { orderNumber } from '../../domain/orders/order-intake.ts';
import { accept, type Result } from '../../domain/base/result.ts';
import { type Fault, fault, readText } from './import-rows.ts';
import { readPrice } from './read-price.ts';
import type { Row } from './read-rows.ts';

export const ORDER_COLUMNS = [
  'InvoiceNo',
  'StockCode',
  'Description',
  'Quantity',
  'InvoiceDate',
  'UnitPrice',
  'CustomerID',
  'Country',
] as const;

/** A line of an invoice: goods that were ordered, or that came back. */
export interface InvoiceRow {
  readonly line: number;
  /** The row as it stands in the file. */
  readonly text: string;
  readonly invoice: string;
  /** The invoice is a credit note: its goods came back. */
  readonly isReturn: boolean;
  readonly sku: string;
  readonly description: string;
  /** At least 1, also for returns. */
  readonly quantity: number;
  /** Thousandths of a minor unit. */
  readonly unitPrice: number;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** '' for a guest. */
  readonly customer: string;
  readonly country: string;
}

/** What a line may cost at most, in minor units: the 2,000 lines of an order can be added up. */
const MOST_TOTAL = BigInt(Number.MAX_SAFE_INTEGER) / 2_000n;

/** Postage, commissions, vouchers, adjustments: codes of the invoices that name no goods. */
const FEES: readonly RegExp[] = [/^(POST|DOT|D|M|S|B|C2|AMAZONFEE|BANK CHARGES|CRUK)$/, /^GIFT_/];

const MOMENT = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(:\d\d(?:\.\d{1,3})?)? ?(Z|[+-]\d\d:?\d\d)?$/;

/** Reads when an invoice was written, into ISO 8601 in UTC. A time without an offset counts as UTC. */
export function readDate(row: Row): Result<string, Fault> {
  const [, day = '', time = '', seconds = ':00', offset = 'Z'] = MOMENT.exec(row.get('InvoiceDate').trim()) ?? [];
  const isDay = day !== '' && !Number.isNaN(Date.parse(`${day}T00:00Z`)) && new Date(`${day}T00:00Z`).toISOString().startsWith(day);
  const at = new Date(`${day}T${time}${seconds}${offset.replace(/^([+-]\d\d)(\d\d)$/, '$1:$2')}`);
  if (!isDay || Number.isNaN(at.getTime()) || !/^(?!0000)\d{4}-/.test(at.toISOString())) return fault('InvoiceDate', 'not_date', {});
  return accept(at.toISOString());
}

function readQuantity(row: Row, isReturn: boolean): Result<number, Fault> {
  const text = row.get('Quantity').trim();
  if (!/^-?\d{1,9}$/.test(text)) return fault('Quantity', 'not_whole', {});
  const quantity = isReturn ? -Number(text) : Number(text);
  if (quantity === 0) return fault('Quantity', 'zero', {});
  if (quantity < 0) return fault('Quantity', isReturn ? 'return_positive' : 'sale_negative', {});
  return quantity > 1_000_000 ? fault('Quantity', 'over_million', {}) : accept(quantity);
}

/** Reads one line of the online retailer's invoices. Refuses what is no trade in goods. */
export function readInvoiceRow(row: Row, currency: string): Result<InvoiceRow, Fault> {
  const number = readText(row, 'InvoiceNo', 40);
  if (!number.ok) return number;
  const invoice = number.value;
  if (!orderNumber.safeParse(invoice).success) return fault('InvoiceNo', 'not_order', {});
  const isReturn = /^C\d+$/.test(invoice);
  const code = readText(row, 'StockCode', 64);
  if (!code.ok) return code;
  const sku = code.value.toUpperCase();
  if (FEES.some((fee) => fee.test(sku))) return fault('StockCode', 'fee', { code: code.value });
  const quantity = readQuantity(row, isReturn);
  if (!quantity.ok) return quantity;
  const unitPrice = readPrice(row, 'UnitPrice', { currency, mayBeZero: false });
  if (!unitPrice.ok) return unitPrice;
  if ((BigInt(unitPrice.value) * BigInt(quantity.value)) / BigInt(UNIT_PRICE_SCALE) > MOST_TOTAL)
    return fault('UnitPrice', 'uncountable', {});
  const at = readDate(row);
  if (!at.ok) return at;
  const description = readText(row, 'Description', 500, 0);
  if (!description.ok) return description;
  const customer = readText(row, 'CustomerID', 40, 0);
  if (!customer.ok) return customer;
  const country = readText(row, 'Country', 80);
  if (!country.ok) return country;
  return accept({
    line: row.line,
    text: row.text,
    invoice,
    isReturn,
    sku,
    description: description.value || sku,
    quantity: quantity.value,
    unitPrice: unitPrice.value,
    at: at.value,
    customer: customer.value,
    country: country.value,
  });
}
