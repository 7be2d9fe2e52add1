import { z } from 'zod';
import { entityId } from '../../domain/base/envelope.ts';
import { articleTerms, type TermsRefusal } from '../../domain/catalog/article-terms.ts';
import { termsWritten } from '../../domain/catalog/picture.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { actorOf } from '../access/actor.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { HttpRefusal } from '../http/refuse.ts';
import { writeTerms } from './write-terms.ts';

const REFUSED: Readonly<Record<TermsRefusal, readonly [message: string, fix: string]>> = {
  terms_apart: ['No article can be all of this at once.', 'See which terms go together in docs/integrate.md.'],
  deposit_not_deposit: ['An article among the deposits is no deposit.', 'Give that article the kind deposit first.'],
  component_not_goods: ['An article of the bundle cannot lie in one.', 'Name plain goods that are sold by the piece.'],
  tax_of_goods_not_deposit: ['Deposits alone can bear the tax of their goods.', 'Leave taxOfGoods out.'],
  part_twice: ['An article is named twice.', 'Name it once, with its quantity.'],
  part_unknown: ['An article that is named is not in the catalog.', 'Correct its SKU, or import it first.'],
};

/** How products are sold: services, fees, deposits, what asks for a serial number, bundles. */
export function termsRoutes(app: App, { db }: RouteContext): void {
  app.put(
    '/v1/products/:sku/terms',
    {
      config: { access: 'products' },
      schema: {
        tags: ['products'],
        operationId: 'writeProductTerms',
        summary: 'Says how a product is sold',
        description: 'Replaces what was said before; null makes plain goods of it. Tills know it as soon as they have pulled.',
        params: z.strictObject({ sku: entityId }),
        body: z.strictObject({ terms: articleTerms.nullable() }),
        response: { 200: termsWritten, 400: errorBody, 404: errorBody },
      },
    },
    async (request) => {
      const written = await writeTerms(db, request.params.sku, request.body.terms, actorOf(request));
      if (written.ok) return written.value;
      if (written.refusal === 'unknown_product') {
        const text = { code: 'unknown_product', message: 'There is no product with this SKU.', field: 'sku', fix: 'Look it up again.' };
        throw new HttpRefusal(404, text);
      }
      const { refusal: code, names } = written.refusal;
      const [message, fix] = REFUSED[code];
      throw new HttpRefusal(400, { code, message, field: 'terms', fix, ...(names !== null && { facts: { sku: names } }) });
    },
  );
}
