import { idParams } from '../../domain/access/access-protocol.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { promotion } from '../../domain/promotions/promotion.ts';
import {
  previewAnswer,
  previewRequest,
  promotionChange,
  promotionEnd,
  promotionPage,
  promotionQuery,
  recountAnswer,
} from '../../domain/promotions/promotion-protocol.ts';
import type { Result } from '../../domain/base/result.ts';
import { actorOf } from '../access/actor.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { HttpRefusal, ORDER_BODY } from '../http/refuse.ts';
import { recountAndTell } from './recount-uses.ts';
import { type PreviewRefusal, previewPromotions } from './preview-promotions.ts';
import {
  changePromotion,
  deletePromotion,
  endPromotion,
  listPromotions,
  type PromotionRefusal,
  putPromotion,
} from './manage-promotions.ts';

const config = { access: 'promotions' } as const;
const tags = ['promotions'];
const refusals = { 400: errorBody, 404: errorBody };

const CHANGED = {
  promotion_changed: 'Somebody else has changed this promotion meanwhile.',
  promotion_exists: 'There is a promotion with this id already.',
} as const;

function refusalOf(refusal: PromotionRefusal): HttpRefusal {
  switch (refusal.code) {
    case 'unknown_promotion':
      return new HttpRefusal(404, { code: refusal.code, message: 'There is no promotion with this id.', field: 'id', fix: 'List them.' });
    case 'promotion_changed':
    case 'promotion_exists':
      return new HttpRefusal(409, { code: refusal.code, message: CHANGED[refusal.code], field: 'id', fix: 'Read it again.' });
    case 'bad_promotion':
      return new HttpRefusal(400, {
        code: refusal.code,
        message: `\`${refusal.field}\` ${refusal.issue}.`,
        field: refusal.field,
        fix: 'Change that field and send the promotion again.',
      });
  }
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
      schema: {
        tags,
        operationId: 'listPromotions',
        summary: 'Promotions by their ids',
        querystring: promotionQuery,
        response: { 200: promotionPage, 400: errorBody },
      },
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
        operationId: 'writePromotion',
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
        operationId: 'endPromotion',
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
        operationId: 'deletePromotion',
        summary: 'Takes a promotion away from all tills',
        description: 'One that was sold by is better ended: a return can be priced by a promotion only as long as it is known.',
        params: idParams,
        response: { 200: promotion, 404: errorBody },
      },
    },
    async (request) => taken(await deletePromotion(db, request.params.id, actorOf(request))),
  );
}

function changeRoute(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/promotions/:id/change',
    {
      config,
      bodyLimit: ORDER_BODY,
      schema: {
        tags,
        operationId: 'changePromotion',
        summary: 'Writes a promotion where nobody else has changed it meanwhile',
        description:
          'The revision is the first 16 hex digits of the SHA-256 over the canonical JSON of the promotion that was shown; ' +
          'null for a new one.',
        params: idParams,
        body: promotionChange,
        response: { 200: promotion, ...refusals, 409: errorBody },
      },
    },
    async (request) => {
      const { id } = request.params;
      const { promotion: changed, revision } = request.body;
      if (changed.id !== id) throw refusalOf({ code: 'bad_promotion', field: 'promotion.id', issue: `is not ${id}, as in the address` });
      return taken(await changePromotion(db, changed, revision, actorOf(request)));
    },
  );
}

function previewRefusal(refusal: PreviewRefusal): HttpRefusal {
  switch (refusal.code) {
    case 'bad_promotion':
      return refusalOf({ ...refusal, field: `draft.${refusal.field}` });
    case 'unknown_product':
      return new HttpRefusal(400, { ...refusal, message: 'The catalog has no article with this SKU.', fix: 'Correct the SKU.' });
    case 'unknown_store':
      return new HttpRefusal(400, { ...refusal, message: 'There is no store with this id.', fix: 'Name another store.' });
    case 'amount_not_valid':
      return new HttpRefusal(400, {
        ...refusal,
        message: 'The goods cost more than any sale is believed to.',
        fix: 'Correct the quantities.',
      });
  }
}

function previewRoute(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/promotions/preview',
    {
      config,
      bodyLimit: ORDER_BODY,
      schema: {
        tags,
        operationId: 'previewPromotions',
        summary: 'Says what promotions do to a sale',
        description: 'By the functions that the tills use, with a draft in the place of the promotion that it changes. Nothing is written.',
        body: previewRequest,
        response: { 200: previewAnswer, 400: errorBody },
      },
    },
    async (request) => {
      const result = await previewPromotions(db, request.body);
      if (result.ok) return result.value;
      throw previewRefusal(result.refusal);
    },
  );
}

function recountRoute(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/promotions/recount',
    {
      config,
      schema: {
        tags,
        operationId: 'recountPromotions',
        summary: 'Counts anew what promotions were used for',
        description: 'From all sales and what came back of them. Sales wait meanwhile. Registers hear of what was wrong.',
        response: { 200: recountAnswer },
      },
    },
    async () => ({ wrong: await recountAndTell(db) }),
  );
}

/** The head office, or its system, keeps the promotions. */
export function promotionRoutes(app: App, context: RouteContext): void {
  listRoute(app, context);
  putRoute(app, context);
  endRoutes(app, context);
  changeRoute(app, context);
  previewRoute(app, context);
  recountRoute(app, context);
}
