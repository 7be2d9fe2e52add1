import { priceText } from '../../domain/base/decimal-text.ts';
import { accept, refuse, type Result } from '../../domain/base/result.ts';
import { dateInZone, timeInZone } from '../../domain/base/zoned-date.ts';
import type { PriceQuote, PriceQuoteRequest } from '../../domain/pricing/price-quote-protocol.ts';
import type { PricedSale } from '../../domain/pricing/price-sale.ts';
import { codeOutcome } from '../../domain/promotions/code-outcome.ts';
import { findCode } from '../../domain/promotions/coupon-codes.ts';
import type { Promotion } from '../../domain/promotions/promotion.ts';
import { storeOfDestination } from '../../domain/tax/destination.ts';
import { taxDestinations } from '../../domain/tax/settings.ts';
import { readCustomer } from '../customers/find-customers.ts';
import type { Db } from '../db/database.ts';
import { loadPromotions } from '../promotions/load-promotions.ts';
import { priceBasket } from '../promotions/price-basket.ts';
import { saidOfPromotions } from '../promotions/said-of-promotions.ts';
import { companyZone } from '../settings/company-zone.ts';
import { readSetting } from '../settings/read-setting.ts';

/** What the server does not know of a question. */
export interface QuoteRefusal {
  readonly code: 'unknown_sku' | 'unknown_store' | 'unknown_customer' | 'amount_not_valid';
  readonly field: string;
}

/** Where a cart is sold. */
interface Place {
  /** Null for a parcel. */
  readonly storeId: string | null;
  readonly taxedIn: { readonly storeId?: string | undefined };
  /** An IANA name. */
  readonly zone: string;
}

async function placeOf(db: Db, fulfillment: PriceQuoteRequest['fulfillment']): Promise<Place | null> {
  if (fulfillment.kind === 'ship') {
    const storeId = storeOfDestination(await readSetting(db, taxDestinations), fulfillment.shipTo);
    return { storeId: null, taxedIn: { storeId }, zone: await companyZone(db) };
  }
  const { storeId } = fulfillment;
  const store = await db
    .selectFrom('locations')
    .select('timezone')
    .where('id', '=', storeId)
    .where('kind', '=', 'store')
    .where('active', '=', true)
    .executeTakeFirst();
  return store === undefined ? null : { storeId, taxedIn: { storeId }, zone: store.timezone };
}

function linesOf({ lines }: PricedSale, currency: string): PriceQuote['lines'] {
  return lines.map(({ lineNo, sku, name, quantity, unitPrice, priceSource, grossMinor, adjustments, taxes, taxMinor, totalMinor }) => ({
    ...{ lineNo, sku, name, quantity, priceSource, grossMinor, adjustments, taxes, taxMinor, totalMinor },
    unitPrice: priceText(unitPrice, currency),
  }));
}

/** What became of each code, as it was entered. */
function couponsOf(entered: readonly string[], { promotions: said }: PricedSale, promotions: readonly Promotion[]): PriceQuote['coupons'] {
  return entered.map((code) => {
    const { status, promotions: unlocked } = codeOutcome(findCode(promotions, code) ?? code, said, promotions);
    return {
      ...{ code, status },
      promotions: unlocked.map(({ promotion, amountMinor, missed }) => ({
        ...{ promotionId: promotion.id, amountMinor },
        reason: amountMinor === null ? (missed?.reason ?? null) : null,
      })),
    };
  });
}

/** What a cart costs, by the functions that the tills use. Nothing is written or reserved. @param now epoch milliseconds. */
export async function quotePrices(db: Db, asked: PriceQuoteRequest, now = Date.now()): Promise<Result<PriceQuote, QuoteRefusal>> {
  const place = await placeOf(db, asked.fulfillment);
  if (place === null) return refuse({ code: 'unknown_store', field: 'fulfillment.storeId' });
  const { zone, ...where } = place;
  const customer = asked.customerId === null ? undefined : await readCustomer(db, asked.customerId);
  if (asked.customerId !== null && customer === undefined) return refuse({ code: 'unknown_customer', field: 'customerId' });
  const on = asked.on ?? dateInZone(now, zone);
  const time = asked.time ?? timeInZone(now, zone);
  const promotions = await loadPromotions(db);
  const codes = [...new Set(asked.codes.flatMap((code) => findCode(promotions, code) ?? []))];
  const basket = await priceBasket(db, { ...where, lines: asked.lines, date: on, time, customer, codes, promotions });
  if (!basket.ok && basket.refusal === 'amount_not_valid') return refuse({ code: basket.refusal, field: 'lines' });
  if (!basket.ok) return refuse({ code: 'unknown_sku', field: `lines.${basket.refusal}.sku` });
  const { priced, currency, pricesIncludeTax, taxExemptionId } = basket.value;
  const { totalMinor, taxMinor } = priced;
  return accept({
    ...{ currency, pricesIncludeTax, on, time, totalMinor, taxMinor, taxExemptionId },
    lines: linesOf(priced, currency),
    ...saidOfPromotions(priced, promotions),
    coupons: couponsOf(asked.codes, priced, promotions),
  });
}
