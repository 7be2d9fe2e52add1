import type { Unit } from '../../domain/base/measure.ts';
import { locale } from '../words/chosen-language.ts';

/** A quantity as a person reads it: 1236 steps of 0.001 kg are `1.236 kg`. Pieces are a plain number. */
export function formatQuantity(quantity: number, decimals: number, unit: Unit): string {
  const digits = { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
  const number = (quantity / 10 ** decimals).toLocaleString(locale(), digits);
  return unit === 'piece' ? number : `${number} ${unit === 'm2' ? 'm²' : unit === 'hour' ? 'h' : unit}`;
}

/** Hundredths of a percent as a person reads them: 1250 is `12.5`. */
export function percentText(basisPoints: number): string {
  return (basisPoints / 100).toLocaleString(locale(), { maximumFractionDigits: 2 });
}
