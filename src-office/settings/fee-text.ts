import type { FeeRule } from '../../domain/returns/restocking-fee.ts';
import { formatAmount, parseAmount, parsePercent } from '../../texts/say/format-money.ts';
import { percentText } from '../../texts/say/format-quantity.ts';

/** A fee as people write it: `15 %`, or an amount of money; empty where there is none. */
export function feeText(fee: FeeRule | undefined, currency: string): string {
  if (fee === undefined) return '';
  return 'basisPoints' in fee ? `${percentText(fee.basisPoints)} %` : formatAmount(fee.amountMinor, currency);
}

/** Reads a fee: undefined where nothing is written, null where it is none. What ends with a percent sign is a share of what was paid. */
export function readFee(text: string, currency: string): FeeRule | undefined | null {
  const written = text.trim();
  if (written === '') return undefined;
  if (/[%٪]$/.test(written)) {
    const basisPoints = parsePercent(written.slice(0, -1));
    return basisPoints === null || basisPoints < 1 || basisPoints > 10_000 ? null : { basisPoints };
  }
  const amountMinor = parseAmount(written, currency);
  return amountMinor === null || amountMinor < 1 ? null : { amountMinor };
}
