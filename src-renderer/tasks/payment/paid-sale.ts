import type { PricedSale } from '../../../domain/pricing/price-sale.ts';

/** The sale that is paid, as far as its payment looks at it. */
export type PaidSale = Pick<PricedSale, 'lines' | 'totalMinor' | 'taxMinor'>;
