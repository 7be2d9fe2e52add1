import type { TaxesByRate, TaxRow } from '../../domain/tax/tax-by-rate.ts';
import { words } from '../words/words.ts';
import { formatMoney } from '../say/format-money.ts';
import { formatShare } from '../say/format-share.ts';
import type { PaperPart } from './paper.ts';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** By which a line says in which row of the taxes it is. */
export function taxLetter(row: number): string {
  return LETTERS[row] ?? String(row + 1);
}

function nameOf({ code, ratePpm, taxMinor }: TaxRow): string {
  if (code !== '') return `${code} ${formatShare(ratePpm)}`;
  return words(taxMinor === 0 ? 'receipt.noTax' : 'receipt.untold');
}

/** The taxes of a receipt: what each was reckoned on, and what it came to. @param areMarked whether lines have their letters. */
export function taxParts({ rows, rowOf }: TaxesByRate, currency: string, areMarked: boolean): PaperPart[] {
  const money = (minor: number) => formatMoney(minor, currency);
  return rows.map((row, index): PaperPart => {
    const { netMinor, taxMinor } = row;
    const [net, gross] = [money(netMinor), money(netMinor + taxMinor)];
    return {
      kind: 'figure',
      name: areMarked ? `${taxLetter(index)} ${nameOf(row)}` : nameOf(row),
      details: [rowOf === null ? words('receipt.on', { net }) : words('receipt.netGross', { net, gross })],
      amount: money(taxMinor),
      tone: 'plain',
    };
  });
}
