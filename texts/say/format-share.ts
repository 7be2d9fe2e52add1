import { locale } from '../words/chosen-language.ts';

/** A share in parts per million as people write it: 88,750 is `8.875%`. @param digits the most behind the point. */
export function formatShare(ppm: number, digits = 4): string {
  return new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: digits }).format(ppm / 1_000_000);
}
