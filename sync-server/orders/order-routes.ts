import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { App, RouteContext } from '../access/route-context.ts';
import { exportOrdersRoute } from '../order-index/export-orders-route.ts';
import { listOrdersRoute } from '../order-index/list-orders-route.ts';
import { cancelOrderRoute } from './cancel-order-route.ts';
import { changeFulfillmentRoute } from './change-fulfillment-route.ts';
import { decisionsRoute } from './decisions-route.ts';
import { movePickupRoute } from './move-pickup-route.ts';
import { orderStoryRoute } from './order-story-route.ts';
import { placeOrderRoute } from './place-order-route.ts';
import { createOrderReader, readOrderRoute } from './read-order-route.ts';
import { renewPickupCodeRoute } from './renew-pickup-code-route.ts';
import { signaturesRoute } from './signatures-route.ts';
import { tellArrivalRoute } from './tell-arrival-route.ts';
import { returnableRoute } from './returnable-route.ts';

/** Online orders: the web shop places, reads and cancels them; registers find what may come back. */
export function orderRoutes(app: App, context: RouteContext): void {
  const read = createOrderReader(context.db);
  placeOrderRoute(app, context, read);
  readOrderRoute(app, read);
  listOrdersRoute(app, context);
  decisionsRoute(app, context);
  exportOrdersRoute(app, context);
  orderStoryRoute(app, context);
  void app.register((scope, _options, done) => {
    cancelOrderRoute(scope.withTypeProvider<ZodTypeProvider>(), context);
    done();
  });
  changeFulfillmentRoute(app, context);
  renewPickupCodeRoute(app, context);
  tellArrivalRoute(app, context);
  movePickupRoute(app, context);
  returnableRoute(app, context);
  signaturesRoute(app, context);
}
