import { actionPage, actionQuery } from '../../domain/access/access-protocol.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { listActions } from './list-actions.ts';
import type { App, RouteContext } from './route-context.ts';

/** Who did what at the head office. */
export function actionRoutes(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/actions',
    {
      config: { access: 'actions' },
      schema: {
        tags: ['access'],
        operationId: 'listActions',
        summary: 'Who changed what, when and from where, the newest first',
        querystring: actionQuery,
        response: { 200: actionPage, 400: errorBody },
      },
    },
    (request) => listActions(db, request.query),
  );
}
