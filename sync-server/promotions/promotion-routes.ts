import { idParams } from '../../domain/access/access-protocol.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { promotion } from '../../domain/promotions/promotion.ts';
import { promotionEnd, promotionPage, promotionQuery } from '../../domain/promotions/promotion-protocol.ts';
import type { Result } from '../../domain/base/result.ts';
import { actorOf } from '../access/actor.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { HttpRefusal } from '../http/refuse.ts';
import { deletePromotion, endPromotion, listPromotions, type PromotionRefusal, putPromotion } from './manage-promotions.ts';

const config = { access: 'promotions' } as const;
const tags = ['promotions'];
const refusals = { 400: errorBody, 404: errorBody };

function refusalOf(refusal: PromotionRefusal): HttpRefusal {
  if (refusal.code === 'unknown_promotion')
    return new HttpRefusal(404, { code: refusal.code, message: 'There is no promotion with this id.', field: 'id', fix: 'List them.' });
  return new HttpRefusal(400, {
    code: refusal.code,
    message: `\`${refusal.field}\` ${refusal.issue}.`,
    field: refusal.field,
    fix: 'Change that field and send the promotion again.',
  });
}

/** What came of a step. @throws HttpRefusal */
function taken<T>(result: Result<T, PromotionRefusal>): T {
  if (result.ok) return result.value;
  throw refusalOf(result.refusal);
}

function listRoute(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/promotions',
    {
      config,
      schema: { tags, summary: 'Promotions by their ids', querystring: promotionQuery, response: { 200: promotionPage, 400: errorBody } },
    },
    (request) => listPromotions(db, request.query),
  );
}

function putRoute(app: App, { db }: RouteContext): void {
  app.put(
    '/v1/promotions/:id',
    {
      config,
      schema: {
        tags,
        summary: 'Writes a promotion, new or instead of the one with its id',
        description: 'Tills begin it on its first day by the calendar of their store, also offline. What was sold before stays as it was.',
        params: idParams,
        body: promotion,
        response: { 200: promotion, 400: errorBody },
      },
    },
    async (request) => {
      const { id } = request.params;
      if (request.body.id !== id) throw refusalOf({ code: 'bad_promotion', field: 'id', issue: `is not ${id}, as in the address` });
      return taken(await putPromotion(db, request.body, actorOf(request)));
    },
  );
}

function endRoutes(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/promotions/:id/end',
    {
      config,
      schema: {
        tags,
        summary: 'Says on which day a promotion ends',
        params: idParams,
        body: promotionEnd,
        response: { 200: promotion, ...refusals },
      },
    },
    async (request) => taken(await endPromotion(db, request.params.id, request.body.endsOn, actorOf(request))),
  );
  app.delete(
    '/v1/promotions/:id',
    {
      config,
      schema: {
        tags,
        summary: 'Takes a promotion away from all tills',
        description: 'One that was sold by is better ended: a return can be priced by a promotion only as long as it is known.',
        params: idParams,
        response: { 200: promotion, 404: errorBody },
      },
    },
    async (request) => taken(await deletePromotion(db, request.params.id, actorOf(request))),
  );
}

/** The head office, or its system, keeps the promotions. */
export function promotionRoutes(app: App, context: RouteContext): void {
  listRoute(app, context);
  putRoute(app, context);
  endRoutes(app, context);
}
