import { idParams } from '../../domain/access/access-protocol.ts';
import { customer } from '../../domain/customers/customer.ts';
import { customerDetail, customerPage, customerQuery, officeChange, officeConsent } from '../../domain/customers/customer-protocol.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import type { Result } from '../../domain/base/result.ts';
import { actorOf } from '../access/actor.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { HttpRefusal, type RefusalText } from '../http/refuse.ts';
import { changeAtOffice, type CustomerRefusal } from './change-customers.ts';
import { listCustomers, readCustomerDetail } from './find-customers.ts';
import { type ConsentRefusal, recordConsent } from './record-consent.ts';
import { registerCustomerRoutes } from './register-routes.ts';

const config = { access: 'customers' } as const;
const tags = ['customers'];

const UNKNOWN: RefusalText = {
  code: 'unknown_customer',
  message: 'There is no such customer.',
  field: 'id',
  fix: 'Ask POST /v1/customers/find.',
};

const REFUSALS: Record<CustomerRefusal | ConsentRefusal, { readonly status: 404 | 409; readonly text: RefusalText }> = {
  unknown_customer: { status: 404, text: UNKNOWN },
  customer_erased: {
    status: 409,
    text: { code: 'customer_erased', message: 'This customer was erased.', field: 'id', fix: 'Make a new customer.' },
  },
  served_nowhere: {
    status: 409,
    text: {
      code: 'served_nowhere',
      message: 'No store has served this customer, so no journal can keep the consent.',
      field: 'id',
      fix: 'Record it at a till, with the customer.',
    },
  },
  id_reused: {
    status: 409,
    text: {
      code: 'id_reused',
      message: 'Something else was sent with this operationId.',
      field: 'operationId',
      fix: 'Make a new UUIDv7 for each change.',
    },
  },
};

/** What came of a change. @throws HttpRefusal */
function taken<T>(result: Result<T, CustomerRefusal | ConsentRefusal>): T {
  if (result.ok) return result.value;
  const { status, text } = REFUSALS[result.refusal];
  throw new HttpRefusal(status, text);
}

function readRoutes(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/customers/find',
    {
      config,
      schema: {
        tags,
        operationId: 'findCustomers',
        summary: 'Find customers by name, phone, mail or card',
        description: 'A body, so that no log of addresses names a person.',
        body: customerQuery,
        response: { 200: customerPage, 400: errorBody },
      },
    },
    (request) => listCustomers(db, request.body),
  );
  app.get(
    '/v1/customers/:id',
    {
      config,
      schema: {
        tags,
        operationId: 'readCustomer',
        summary: 'A customer, and who may be the same person',
        params: idParams,
        response: { 200: customerDetail, 404: errorBody },
      },
    },
    async (request) => {
      const found = await readCustomerDetail(db, request.params.id);
      if (found === null) throw new HttpRefusal(404, UNKNOWN);
      return found;
    },
  );
}

/** Registers and the head office find and change customers. */
export function customerRoutes(app: App, context: RouteContext): void {
  const { db } = context;
  registerCustomerRoutes(app, context);
  readRoutes(app, context);
  app.post(
    '/v1/customers/:id/changes',
    {
      config,
      schema: {
        tags,
        operationId: 'changeCustomer',
        summary: 'Change fields of a customer, or make one with this id',
        params: idParams,
        body: officeChange,
        response: { 200: customer, 400: errorBody, 409: errorBody },
      },
    },
    async (request) => taken(await changeAtOffice(db, request.params.id, request.body.fields, actorOf(request))),
  );
  app.post(
    '/v1/customers/:id/consents',
    {
      config,
      schema: {
        tags,
        operationId: 'recordConsent',
        summary: 'Record what a customer agreed to, or took back, towards the head office',
        params: idParams,
        body: officeConsent,
        response: { 200: customer, 400: errorBody, 404: errorBody, 409: errorBody },
      },
    },
    async (request) => taken(await recordConsent(db, request.params.id, request.body, actorOf(request))),
  );
}
