import { idParams } from '../../domain/access/access-protocol.ts';
import { pointsAdjustRequest, pointsBalance } from '../../domain/loyalty/points-protocol.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { actorOf } from '../access/actor.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { adjustPoints, readPoints } from './change-points.ts';
import { takenChange } from './stored-value-routes.ts';

const config = { access: 'stored_values' } as const;
const tags = ['points'];

/** The head office reads and changes the loyalty points of customers. */
export function pointsRoutes(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/points/:id',
    {
      config,
      schema: {
        tags,
        operationId: 'readPoints',
        summary: 'How many points a customer has',
        params: idParams,
        response: { 200: pointsBalance },
      },
    },
    (request) => readPoints(db, request.params.id),
  );
  app.post(
    '/v1/points/:id/adjust',
    {
      config,
      schema: {
        tags,
        operationId: 'adjustPoints',
        summary: 'Give a customer points, or take them',
        params: idParams,
        body: pointsAdjustRequest,
        response: { 200: pointsBalance, 400: errorBody, 404: errorBody, 409: errorBody },
      },
    },
    async (request) => takenChange(await adjustPoints(db, request.params.id, request.body, actorOf(request))),
  );
}
