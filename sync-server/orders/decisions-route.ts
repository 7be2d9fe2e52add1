import { errorBody } from '../../domain/protocol/protocol.ts';
import { decisionList } from '../../domain/sourcing/rules/rules-protocol.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { readDecisions } from '../sourcing/read-decisions.ts';
import { orderParams, unknownOrder } from './order-number.ts';

/** The head office asks why an order went where it went. */
export function decisionsRoute(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/orders/:number/decisions',
    {
      config: { access: 'rules' },
      schema: {
        tags: ['sourcing'],
        operationId: 'listSourcingDecisions',
        summary: 'Why each location of an order was taken or not, the newest decision first',
        description: 'Decisions are kept for 400 days, and until the person of the order is erased.',
        params: orderParams,
        response: { 200: decisionList, 404: errorBody },
      },
    },
    async (request) => {
      const items = await readDecisions(db, request.params.number);
      if (items === null) throw unknownOrder(request.params.number);
      return { items };
    },
  );
}
