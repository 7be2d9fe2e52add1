import { idParams } from '../../domain/access/access-protocol.ts';
import {
  customerChanges,
  customerChangesTaken,
  customerLookUp,
  customerPurchases,
  customersFound,
} from '../../domain/customers/customer-protocol.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { callingRegister } from '../access/auth.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { type AttemptLimit, createAttemptLimit } from '../http/limit-attempts.ts';
import { ORDER_BODY } from '../http/refuse.ts';
import { takeLookUp } from '../http/take-look-up.ts';
import { takeTillChanges } from './change-customers.ts';
import { lookUpCustomers } from './find-customers.ts';
import { readPurchases } from './read-purchases.ts';
import { countNewToStore } from './write-customers.ts';

/** How often a register may look somebody up: more than people come to it, far less than it takes to copy the list. */
const LOOK_UPS = { attempts: 120, perMs: 5 * 60_000 };

const MESSAGE = 'This register has looked up too many customers in a short time.';
const tags = ['customers'];

function changesRoute(app: App, { db }: RouteContext, lookUps: AttemptLimit): void {
  app.post(
    '/v1/customers/changes',
    {
      bodyLimit: ORDER_BODY,
      config: { access: 'sync' },
      schema: {
        tags,
        operationId: 'sendCustomerChanges',
        summary: 'A register sends what was said of customers at the till',
        description:
          'Field by field the newest word counts, whatever the order. The same again changes nothing. ' +
          'A known customer whom the store has not served so far counts as one looked up.',
        body: customerChanges,
        response: { 200: customerChangesTaken, 400: errorBody, 429: errorBody },
      },
    },
    async (request, reply) => {
      const { registerId, storeId } = callingRegister(request);
      const { changes } = request.body;
      const ids = [...new Set(changes.map(({ customerId }) => customerId))];
      // The store will read them: as much as if they had been looked up. Those that the register has made are unknown so far.
      const count = await countNewToStore(db, storeId, ids);
      await takeLookUp(lookUps, { registerId, message: MESSAGE, about: {}, count }, request, reply);
      return takeTillChanges(db, storeId, changes);
    },
  );
}

/** Registers look customers up, and send what was said of them at the till. */
export function registerCustomerRoutes(app: App, context: RouteContext): void {
  const { db } = context;
  const lookUps = createAttemptLimit(db, 'customers', LOOK_UPS);
  changesRoute(app, context, lookUps);
  app.post(
    '/v1/customers/look-up',
    {
      config: { access: 'sync' },
      schema: {
        tags,
        operationId: 'lookUpCustomers',
        summary: 'A register finds customers of other stores by name, phone, mail or card',
        body: customerLookUp,
        response: { 200: customersFound, 400: errorBody, 429: errorBody },
      },
    },
    async (request, reply) => {
      const { registerId } = callingRegister(request);
      await takeLookUp(lookUps, { registerId, message: MESSAGE, about: {} }, request, reply);
      const items = await lookUpCustomers(db, request.body.text);
      request.log.info({ found: items.length }, 'customers were looked up');
      return { items };
    },
  );
  app.get(
    '/v1/customers/:id/purchases',
    {
      config: { access: 'sync' },
      schema: {
        tags,
        operationId: 'readPurchases',
        summary: 'A register reads what a customer bought and brought back in all stores',
        params: idParams,
        response: { 200: customerPurchases, 429: errorBody },
      },
    },
    async (request, reply) => {
      const { registerId } = callingRegister(request);
      await takeLookUp(lookUps, { registerId, message: MESSAGE, about: { customer: request.params.id } }, request, reply);
      return readPurchases(db, request.params.id);
    },
  );
}
