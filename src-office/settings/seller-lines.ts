import type { receiptSeller } from '../../domain/sale/settings.ts';

type SellerNumber = (typeof receiptSeller.standard)['numbers'][number];

/** A number of the seller in a line: `VAT number: GB 123 4567 89`. */
export function sellerNumberText({ name, number }: SellerNumber): string {
  return `${name}: ${number}`;
}

/** Reads numbers, one a line; empty lines are left out. @returns null where a line is none. */
export function readSellerNumbers(lines: readonly string[]): SellerNumber[] | null {
  const written = lines.filter((line) => line.trim() !== '');
  const read = written.flatMap((line): SellerNumber[] => {
    const [name = '', number = ''] = line.split(/:(.*)/).map((part) => part.trim());
    return name === '' || number === '' ? [] : [{ name, number }];
  });
  return read.length === written.length ? read : null;
}
