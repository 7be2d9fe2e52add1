import type { FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { fulfillmentChange, type OrderView, returnable } from '../../domain/orders/order-intake.ts';
import { cancelRequest, orderAnswer, orderRequest, readOrderRequest, writeOrderAnswer } from '../../domain/orders/order-request.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { callingRegister } from '../access/auth.ts';
import { createAttemptLimit } from '../http/limit-attempts.ts';
import { HttpRefusal, ORDER_BODY } from '../http/refuse.ts';
import { isDatabaseAway } from '../db/database-away.ts';
import { batch } from '../base/batch.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { changeFulfillment } from './change-fulfillment.ts';
import { cancelOrder } from './cancel-order.ts';
import { readOrders } from './read-order.ts';
import { readReturnable } from './read-returnable.ts';
import { type OrderRequest, type TakenOrder, takeOrdersAtOnce } from './take-order.ts';
import { BAD_TEXT, text } from '../../domain/base/text.ts';

const params = z.object({ number: text.min(1).max(64) });
const headers = z.object({ 'idempotency-key': text.trim().min(1).max(200) });

/** How many numbers a register may look up for returns: far more than customers come, far fewer than there are. */
const LOOK_UPS = { attempts: 60, perMs: 5 * 60_000 };

/** The content of an order is judged as a whole: what the schema does not take is refused like an unknown SKU. */
function refuseInvalid(request: FastifyRequest): void {
  const error = request.validationError;
  if (error === undefined || !hasZodFastifySchemaValidationErrors(error)) return;
  const [first] = error.validation;
  if (request.validationError?.validationContext === 'headers') {
    throw new HttpRefusal(400, {
      code: 'idempotency_key_missing',
      message: 'An order needs an idempotency key of 1 to 200 characters.',
      field: 'Idempotency-Key',
      fix: 'Send a key of your own for each order, and the same key when you send the same order again.',
    });
  }
  if (error.validation.some((issue: { readonly message?: string }) => issue.message === BAD_TEXT)) throw error;
  throw new HttpRefusal(422, {
    code: 'order_not_valid',
    message: first?.message ?? 'The order is not valid.',
    fix: 'See /docs for what an order looks like.',
    field: (first?.instancePath ?? '')
      .split('/')
      .filter((part: string) => part !== '')
      .join('.'),
  });
}

/** SQLSTATE class 22: a text with a NUL, half a character, a date that no calendar has. */
function refuseUnstorable(error: unknown): never {
  const code = (error as { code?: unknown } | null)?.code;
  if (typeof code !== 'string' || !code.startsWith('22')) throw error;
  throw new HttpRefusal(422, {
    code: 'order_not_valid',
    message: 'A text or date of the order cannot be stored.',
    field: '',
    fix: 'Send texts without control characters, and dates of our time.',
  });
}

function unknownOrder(number: string): HttpRefusal {
  return new HttpRefusal(404, {
    code: 'unknown_order',
    message: `There is no order ${number}.`,
    field: 'number',
    fix: 'Check the order number.',
  });
}

/** A cancellation. Many HTTP clients declare JSON and send nothing, which is an empty body here. */
function cancelRoute(app: App, { db, auth }: RouteContext): void {
  const parse = app.getDefaultJsonParser('error', 'error');
  app.removeContentTypeParser('application/json');
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) => {
    if (body.toString().trim() === '') done(null, null);
    else void parse(request, body.toString(), done);
  });
  app.post(
    '/v1/orders/:number/cancel',
    {
      onRequest: auth.apiKey,
      schema: {
        tags: ['orders'],
        security: [{ bearer: [] }],
        summary: 'Cancel what has not left the stores',
        description: 'Takes no fields: the body is empty, or {}.',
        params,
        body: cancelRequest,
        response: { 200: orderAnswer, 400: errorBody, 404: errorBody, 409: errorBody },
      },
    },
    async (request) => {
      const { number } = request.params;
      const cancelled = await cancelOrder(db, number);
      if (cancelled.ok) return writeOrderAnswer(cancelled.value);
      if (cancelled.refusal === 'unknown_order') throw unknownOrder(number);
      throw new HttpRefusal(409, {
        code: 'nothing_to_cancel',
        message: `All of order ${number} has left the stores.`,
        fix: 'Let the customer bring the goods back to a store.',
      });
    },
  );
}

/** Online orders: the web shop places, reads and cancels them; registers find what may come back. */
export function orderRoutes(app: App, context: RouteContext): void {
  const { db, auth } = context;
  const security = [{ bearer: [] }];
  const lookUps = createAttemptLimit(db, 'returnables', LOOK_UPS);
  const take = batch<OrderRequest, TakenOrder>({
    run: (requests) => takeOrdersAtOnce(db, requests),
    weightOf: ({ order }) => order.lines.length,
    maxWeight: 500,
    waitMs: 3,
    parallel: 2,
    hurtsAll: isDatabaseAway,
  });
  const read = batch<string, OrderView | null>({
    run: (numbers) => readOrders(db, numbers),
    weightOf: () => 1,
    maxWeight: 100,
    waitMs: 1,
    parallel: 2,
    hurtsAll: isDatabaseAway,
  });

  app.post(
    '/v1/orders',
    {
      onRequest: auth.apiKey,
      bodyLimit: ORDER_BODY,
      attachValidation: true,
      schema: {
        tags: ['orders'],
        security,
        summary: 'Place a paid online order; it is sourced and reserved at once',
        description: 'The same order under the same Idempotency-Key is taken once, however often it is sent.',
        headers,
        body: orderRequest,
        response: { 201: orderAnswer, 400: errorBody, 409: errorBody, 422: errorBody },
      },
    },
    async (request, reply) => {
      refuseInvalid(request);
      const order = readOrderRequest(request.body);
      if (!order.ok) throw new HttpRefusal(422, { code: 'order_not_valid', ...order.refusal });
      const taken = await take({ idempotencyKey: request.headers['idempotency-key'], order: order.value }).catch(refuseUnstorable);
      if (!taken.ok) {
        const { status, ...text } = taken.refusal;
        throw new HttpRefusal(status, text);
      }
      const view = await read(taken.number);
      if (view === null) throw unknownOrder(taken.number);
      if (taken.repeated) void reply.header('idempotency-replayed', 'true');
      return reply.code(201).send(writeOrderAnswer(view));
    },
  );

  app.get(
    '/v1/orders/:number',
    {
      onRequest: auth.apiKey,
      schema: {
        tags: ['orders'],
        security,
        summary: 'Read an order; its status is derived',
        params,
        response: { 200: orderAnswer, 404: errorBody },
      },
    },
    async (request) => {
      const view = await read(request.params.number);
      if (view === null) throw unknownOrder(request.params.number);
      return writeOrderAnswer(view);
    },
  );

  void app.register((scope, _options, done) => {
    cancelRoute(scope.withTypeProvider<ZodTypeProvider>(), context);
    done();
  });

  app.post(
    '/v1/orders/:number/fulfillment',
    {
      onRequest: auth.apiKey,
      bodyLimit: ORDER_BODY,
      schema: {
        tags: ['orders'],
        security,
        summary: 'Give what waits for stock another way to its customer: another store, or a parcel',
        description: 'What the customer chose of `offer`. Only units that wait are changed; the same choice again changes nothing.',
        params,
        body: fulfillmentChange,
        response: { 200: orderAnswer, 400: errorBody, 404: errorBody, 409: errorBody, 422: errorBody },
      },
    },
    async (request) => {
      const { number } = request.params;
      const changed = await changeFulfillment(db, number, request.body.fulfillment);
      if (changed.ok) return writeOrderAnswer(changed.value);
      switch (changed.refusal) {
        case 'unknown_order':
          throw unknownOrder(number);
        case 'unknown_store':
          throw new HttpRefusal(422, {
            code: 'unknown_store',
            message: 'There is no such store where an order could be picked up.',
            field: 'fulfillment.storeId',
            fix: 'Send the id of a store that is open.',
          });
        case 'nothing_waits':
          throw new HttpRefusal(409, {
            code: 'nothing_waits',
            message: `Nothing of order ${number} waits for stock.`,
            fix: 'Read the order again.',
          });
      }
    },
  );

  app.get(
    '/v1/returnables/:number',
    {
      onRequest: auth.register,
      schema: {
        tags: ['orders'],
        security,
        summary: 'Find a sale by receipt number, or an order by its number, for a return',
        params,
        response: { 200: returnable, 404: errorBody, 429: errorBody },
      },
    },
    async (request, reply) => {
      const { number } = request.params;
      const allowance = await lookUps.take(callingRegister(request).registerId);
      if (!allowance.ok) {
        const seconds = Math.ceil(allowance.waitMs / 1000);
        request.log.warn({ number }, 'a register looks up more receipts and orders than people bring back');
        void reply.header('retry-after', seconds);
        throw new HttpRefusal(429, {
          code: 'too_many_attempts',
          message: 'This register has looked up too many numbers in a short time.',
          fix: `Wait ${seconds} seconds.`,
        });
      }
      const found = await readReturnable(db, number);
      request.log.info({ number, found: found?.kind ?? null }, 'a receipt or order was looked up for a return');
      if (found !== null) return found;
      throw new HttpRefusal(404, {
        code: 'nothing_returnable',
        message: `Nobody knows a receipt or an order ${number}.`,
        field: 'number',
        fix: 'Check the number on the receipt.',
      });
    },
  );
}
