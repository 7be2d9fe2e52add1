import type { FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { BAD_TEXT, text } from '../../domain/base/text.ts';
import { orderAnswer, orderRequest, writeOrderAnswer } from '../../domain/orders/order-request.ts';
import { readOrderRequest, readRefusedOrder } from '../../domain/orders/read-order-request.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { batch } from '../base/batch.ts';
import { isDatabaseAway } from '../db/database-away.ts';
import type { Db } from '../db/database.ts';
import { describeIssues, type SchemaIssue } from '../http/describe-issues.ts';
import { HttpRefusal, ORDER_BODY, type RefusalText } from '../http/refuse.ts';
import { findFaults, readKnown } from './check-orders.ts';
import { unknownOrder } from './order-number.ts';
import type { ReadOrder } from './read-order-route.ts';
import { type OrderRequest, type TakenOrder, takeOrdersAtOnce } from './take-order.ts';

const headers = z.object({ 'idempotency-key': text.trim().min(1).max(200) });

const KEY_MISSING: RefusalText = {
  code: 'idempotency_key_missing',
  message: 'An order needs an idempotency key of 1 to 200 characters.',
  field: 'Idempotency-Key',
  fix: 'Send a key of your own for each order, and the same key when you send the same order again.',
};

function refuseAll(status: number, [first, ...others]: readonly RefusalText[]): never {
  if (first === undefined) throw new Error('An order is refused for something.');
  throw new HttpRefusal(status, first, others);
}

/** The content of an order is judged as a whole: what the schema does not take is told together with all else that is wrong. */
async function refuseInvalid(db: Db, request: FastifyRequest): Promise<void> {
  const error = request.validationError;
  if (error === undefined || !hasZodFastifySchemaValidationErrors(error)) return;
  const { validation } = error;
  if (validation.some((issue: { readonly message?: string }) => issue.message === BAD_TEXT)) throw error;
  const { faults, parts } = readRefusedOrder(request.body, new Date());
  const isKeyMissing = !headers.safeParse(request.headers).success;
  const inHeaders = request.validationError?.validationContext === 'headers';
  const all = [
    ...(inHeaders ? [] : describeIssues(validation as readonly SchemaIssue[], 'order_not_valid')),
    ...faults,
    ...findFaults(parts, await readKnown(db, [parts])),
  ];
  if (all.length === 0) throw new HttpRefusal(400, KEY_MISSING);
  refuseAll(422, isKeyMissing ? [...all, KEY_MISSING] : all);
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

/** The web shop places an order. Orders that come within a few milliseconds are taken in one transaction. */
export function placeOrderRoute(app: App, { db }: RouteContext, read: ReadOrder): void {
  const take = batch<OrderRequest, TakenOrder>({
    run: (requests) => takeOrdersAtOnce(db, requests),
    weightOf: ({ order }) => order.lines.length,
    maxWeight: 500,
    waitMs: 3,
    parallel: 2,
    hurtsAll: isDatabaseAway,
  });

  app.post(
    '/v1/orders',
    {
      config: { access: 'orders' },
      bodyLimit: ORDER_BODY,
      attachValidation: true,
      schema: {
        tags: ['orders'],
        operationId: 'placeOrder',
        summary: 'Place a paid online order; it is sourced and reserved at once',
        description:
          'The same order under the same Idempotency-Key is taken once, however often it is sent. With `backorder: refuse`, an order of ' +
          'which not all is there is answered with 409 `not_available`: `errors` names what is there, and nothing is left of it.',
        headers,
        body: orderRequest,
        response: { 201: orderAnswer, 400: errorBody, 409: errorBody, 422: errorBody },
      },
    },
    async (request, reply) => {
      await refuseInvalid(db, request);
      const order = readOrderRequest(request.body, new Date());
      if (!order.ok) {
        const { faults, parts } = order.refusal;
        refuseAll(422, [...faults, ...findFaults(parts, await readKnown(db, [parts]))]);
      }
      const taken = await take({ idempotencyKey: request.headers['idempotency-key'], order: order.value }).catch(refuseUnstorable);
      if (!taken.ok) {
        const { refusal } = taken;
        if ('faults' in refusal) refuseAll(refusal.status, refusal.faults);
        const { status, ...text } = refusal;
        throw new HttpRefusal(status, text);
      }
      const view = await read(taken.number);
      if (view === null) throw unknownOrder(taken.number);
      if (taken.repeated) void reply.header('idempotency-replayed', 'true');
      return reply.code(201).send(writeOrderAnswer(view));
    },
  );
}
