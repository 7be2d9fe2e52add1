import { accept, type Result } from '../../domain/result.ts';
import { type Fault, fault, readText } from './import-rows.ts';
import { readPrice } from './read-price.ts';
import type { Row } from './read-rows.ts';

export const ORDER_COLUMNS = ['InvoiceNo', 'StockCode', 'Description', 'Quantity', 'InvoiceDate', 'UnitPrice', 'CustomerID', 'Country'] as const;

/** A line of an invoice: goods that were ordered, or that came back. */
export interface InvoiceRow {
  readonly line: number;
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

/** Postage, commissions, vouchers, adjustments: codes of the invoices that name no goods. */
const FEES: readonly RegExp[] = [/^(POST|DOT|D|M|S|B|C2|AMAZONFEE|BANK CHARGES|CRUK)$/, /^GIFT_/];

/** Reads when an invoice was written, into ISO 8601 (the file's times count as UTC). */
export function readDate(row: Row): Result<string, Fault> {
  const match = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d)$/.exec(row.get('InvoiceDate').trim());
  const at = match === null ? null : new Date(`${match[1]}T${match[2]}.000Z`);
  if (at === null || Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== match?.[1]) return fault('InvoiceDate', 'is no date like 2010-12-01 08:26:00');
  return accept(at.toISOString());
}

function readQuantity(row: Row, isReturn: boolean): Result<number, Fault> {
  const text = row.get('Quantity').trim();
  if (!/^-?\d{1,9}$/.test(text)) return fault('Quantity', 'is no whole number');
  const quantity = isReturn ? -Number(text) : Number(text);
  if (quantity === 0) return fault('Quantity', 'is zero');
  if (quantity < 0) return fault('Quantity', isReturn ? 'is positive, but the invoice is a return' : 'is negative, but the invoice is no return');
  return quantity > 1_000_000 ? fault('Quantity', 'is more than a million') : accept(quantity);
}

/** Reads one line of the online retailer's invoices. Refuses what is no trade in goods. */
export function readInvoiceRow(row: Row): Result<InvoiceRow, Fault> {
  const invoice = row.get('InvoiceNo').trim();
  if (!/^C?\d{1,12}$/.test(invoice)) return fault('InvoiceNo', 'is neither an invoice (digits) nor a return (C and digits)');
  const isReturn = invoice.startsWith('C');
  const code = readText(row, 'StockCode', 64);
  if (!code.ok) return code;
  const sku = code.value.toUpperCase();
  if (FEES.some((fee) => fee.test(sku))) return fault('StockCode', `${code.value} is a fee, not goods`);
  const quantity = readQuantity(row, isReturn);
  if (!quantity.ok) return quantity;
  const unitPrice = readPrice(row, 'UnitPrice');
  if (!unitPrice.ok) return unitPrice;
  const at = readDate(row);
  if (!at.ok) return at;
  const description = readText(row, 'Description', 500, 0);
  if (!description.ok) return description;
  const customer = readText(row, 'CustomerID', 40, 0);
  if (!customer.ok) return customer;
  const country = readText(row, 'Country', 80);
  if (!country.ok) return country;
  return accept({
    line: row.line, invoice, isReturn, sku, description: description.value || sku, quantity: quantity.value, unitPrice: unitPrice.value,
    at: at.value, customer: customer.value, country: country.value,
  });
}
