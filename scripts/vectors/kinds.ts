import { barcodes } from './barcodes.ts';
import { cashRounding } from './cash-rounding.ts';
import type { VectorKind } from './kind.ts';
import { promotions } from './promotions.ts';
import { sourcing } from './sourcing.ts';
import { taxes } from './tax.ts';
import { tracking } from './tracking.ts';

/** Every kind of worked examples that there is, by the name that the command knows it under. */
export const KINDS: Readonly<Record<string, VectorKind>> = {
  tax: taxes,
  'cash-rounding': cashRounding,
  promotions,
  barcodes,
  tracking,
  sourcing,
};
