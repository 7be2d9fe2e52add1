import { priceQuote, priceQuoteRequest } from '../../domain/pricing/price-quote-protocol.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { HttpRefusal } from '../http/refuse.ts';
import { quotePrices } from './quote-prices.ts';

const REFUSALS = {
  unknown_sku: { message: 'The catalog has no product with this SKU or barcode.', fix: 'Correct the SKU.' },
  unknown_store: {
    message: 'There is no store with this id where an order could be picked up.',
    fix: 'Send the id of a store that is open.',
  },
  amount_not_valid: { message: 'The cart costs more than any sale is believed to.', fix: 'Correct the quantities.' },
  unknown_customer: { message: 'There is no customer with this id.', fix: 'Correct the id, or leave it out.' },
} as const;

/** A web shop asks what a cart costs before the order is placed. */
export function priceQuoteRoute(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/price-quotes',
    {
      config: { access: 'price_quotes' },
      schema: {
        tags: ['orders'],
        operationId: 'quotePrices',
        summary: 'Says what a cart costs, by the prices, promotions and taxes of the tills',
        description: 'Nothing is written, reserved or promised: prices may change before the order, and a coupon may be used up.',
        body: priceQuoteRequest,
        response: { 200: priceQuote, 400: errorBody, 422: errorBody },
      },
    },
    async (request) => {
      const quote = await quotePrices(db, request.body);
      if (quote.ok) return quote.value;
      throw new HttpRefusal(422, { ...quote.refusal, ...REFUSALS[quote.refusal.code] });
    },
  );
}
