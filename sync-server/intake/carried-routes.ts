import { carriedRequest, carriedResponse, errorBody } from '../../domain/protocol/protocol.ts';
import { callingRegister } from '../access/auth.ts';
import { OPERATIONS_BODY } from '../http/refuse.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import type { Intake, ReadSubmission } from './submission.ts';
import { takeCarried } from './take-carried.ts';

/** A register brings what another of its store has recorded and signed: any road will do (rules J3, A4). */
export function carriedRoutes(app: App, { db }: RouteContext, submit: (submission: ReadSubmission) => Promise<Intake>): void {
  app.post(
    '/v1/operations/carried',
    {
      config: { access: 'sync' },
      bodyLimit: OPERATIONS_BODY,
      schema: {
        tags: ['sync'],
        operationId: 'sendCarriedOperations',
        summary: 'Takes operations that another register of the store has signed',
        body: carriedRequest,
        response: { 200: carriedResponse, 409: errorBody, 426: errorBody },
      },
    },
    async (request) => {
      const { answer, reason, alarms } = await takeCarried(db, submit, callingRegister(request), request.body);
      for (const alarm of alarms) request.log.error(alarm, 'an operation that no honest register sends');
      if (reason !== null) request.log.error({ code: reason.code, carried: request.body.registerId }, 'a carried batch that was not taken');
      return { ...answer, serverTime: new Date().toISOString() };
    },
  );
}
