import { orderStory } from '../../domain/orders/order-story.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { orderParams, unknownOrder } from './order-number.ts';
import { readOrderStory } from './read-order-story.ts';

/** The head office reads what happened to an order. */
export function orderStoryRoute(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/orders/:number/story',
    {
      config: { access: 'office.read' },
      schema: {
        tags: ['orders'],
        operationId: 'readOrderStory',
        summary: 'What happened to an order, in the pool, in the stores and at the head office',
        description:
          'The oldest first. What a register did without a network stands where it was done; `arrivedAt` says when the server heard of it.',
        params: orderParams,
        response: { 200: orderStory, 404: errorBody },
      },
    },
    async (request) => {
      const { number } = request.params;
      const story = await readOrderStory(db, number);
      if (story === null) throw unknownOrder(number);
      return story;
    },
  );
}
