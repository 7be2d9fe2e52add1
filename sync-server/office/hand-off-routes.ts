import { z } from 'zod';
import { handOffPage, handOffQuery, handOffRequest } from '../../domain/office/office-protocol.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { actorOf } from '../access/actor.ts';
import { HttpRefusal, type RefusalText } from '../http/refuse.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { handOffOrder, type HandOffRefusal } from './hand-off-order.ts';
import { listHandOffs } from './list-hand-offs.ts';

const REFUSALS: Record<HandOffRefusal, { readonly status: 400 | 404 | 409; readonly text: RefusalText }> = {
  unknown_order: {
    status: 404,
    text: {
      code: 'unknown_order',
      message: 'There is no such fulfillment order.',
      field: 'fulfillmentOrderId',
      fix: 'List the hand-offs again.',
    },
  },
  has_register: {
    status: 409,
    text: {
      code: 'has_register',
      message: 'This location has a register: the order is worked on there.',
      field: 'fulfillmentOrderId',
      fix: 'List the hand-offs again.',
    },
  },
  order_has_ended: {
    status: 409,
    text: { code: 'order_has_ended', message: 'This order has ended.', field: 'fulfillmentOrderId', fix: 'List the hand-offs again.' },
  },
  other_kind: {
    status: 409,
    text: {
      code: 'other_kind',
      message: 'A pickup is handed over and not shipped; an order to ship is shipped and not handed over.',
      field: 'action.kind',
      fix: 'Choose the other action.',
    },
  },
  tracking_number_missing: {
    status: 400,
    text: {
      code: 'tracking_number_missing',
      message: 'A box that was shipped has a tracking number.',
      field: 'action.trackingNumber',
      fix: 'Send the number on the carrier’s label.',
    },
  },
  tracking_number_wrong: {
    status: 400,
    text: {
      code: 'tracking_number_wrong',
      message: 'The check digit of this tracking number is wrong.',
      field: 'action.trackingNumber',
      fix: 'Compare each digit with the label. Plain digits of a carrier that Outpost does not know: send isOtherCarriers true.',
    },
  },
  id_reused: {
    status: 409,
    text: {
      code: 'id_reused',
      message: 'Something else was sent with this operationId.',
      field: 'operationId',
      fix: 'Make a new UUIDv7 for each action.',
    },
  },
};

/** Orders at locations where no register works: the head office tells them, and records what they did. */
export function handOffRoutes(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/hand-offs',
    {
      config: { access: 'office.read' },
      schema: {
        tags: ['head office'],
        operationId: 'listHandOffs',
        summary: 'Orders at locations where no register works, the oldest first',
        querystring: handOffQuery,
        response: { 200: handOffPage, 400: errorBody },
      },
    },
    (request) => listHandOffs(db, request.query),
  );

  app.post(
    '/v1/hand-offs',
    {
      config: { access: 'office' },
      schema: {
        tags: ['head office'],
        operationId: 'recordHandOff',
        summary: 'Record what a location without a register did with an order',
        description:
          "It becomes an operation in the head office's own journal of the location. The same operationId again changes nothing.",
        body: handOffRequest,
        response: { 200: z.object({ recorded: z.literal(true) }), 400: errorBody, 404: errorBody, 409: errorBody },
      },
    },
    async (request) => {
      const done = await handOffOrder(db, request.body, actorOf(request));
      if (done.ok) return { recorded: true as const };
      const { status, text } = REFUSALS[done.refusal];
      throw new HttpRefusal(status, text);
    },
  );
}
