import { z } from 'zod';
import { entityId } from '../../domain/base/envelope.ts';
import { resumeRequest } from '../../domain/office/office-protocol.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { actorOf } from '../access/actor.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { HttpRefusal } from '../http/refuse.ts';
import { resumeStore } from './resume-store.ts';

/** The head office ends the pause of a store. */
export function resumeStoreRoute(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/stores/:id/resume',
    {
      config: { access: 'office' },
      schema: {
        tags: ['head office'],
        operationId: 'resumeStore',
        summary: 'Have a paused store take orders to ship again',
        description: "It becomes an operation in the head office's own journal of the store. A store that is not paused stays as it is.",
        params: z.object({ id: entityId }),
        body: resumeRequest,
        response: { 200: z.object({ resumed: z.literal(true) }), 400: errorBody, 404: errorBody },
      },
    },
    async (request) => {
      const done = await resumeStore(db, request.params.id, request.body.operationId, actorOf(request));
      if (done.ok) return { resumed: true as const };
      throw new HttpRefusal(404, {
        code: 'unknown_store',
        message: 'There is no such store.',
        field: 'id',
        fix: 'List the stores: GET /v1/office.',
      });
    },
  );
}
