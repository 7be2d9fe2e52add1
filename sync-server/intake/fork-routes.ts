import { forkAnswer, forkReport } from '../../domain/protocol/fork.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { callingRegister } from '../access/auth.ts';
import { OPERATIONS_BODY } from '../http/refuse.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { keepFork } from './keep-fork.ts';

/** Takes in what the two machines of a register have, so that a person can settle it (rule J7). */
export function forkRoutes(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/forks',
    {
      config: { access: 'sync', evenIfCloned: true },
      bodyLimit: OPERATIONS_BODY,
      schema: {
        tags: ['sync'],
        operationId: 'sendFork',
        summary: 'Keeps the operations of a register that runs on two machines',
        body: forkReport,
        response: { 200: forkAnswer, 426: errorBody },
      },
    },
    async (request) => {
      const { registerId } = callingRegister(request);
      const cloned = await keepFork(db, registerId, request.body.operations);
      if (cloned) request.log.error({ registerId }, 'a register that runs on two machines handed over what it has');
      return { cloned, serverTime: new Date().toISOString() };
    },
  );
}
