import { idParams } from '../../domain/access/access-protocol.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { EVENTS } from '../../domain/registry/registry.ts';
import {
  deliveriesQuery,
  deliveryPage,
  newWebhook,
  replayed,
  replayRequest,
  webhook,
  webhookChange,
  webhookList,
  webhookWithSecret,
} from '../../domain/webhooks/webhook-protocol.ts';
import { actorOf } from '../access/actor.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { HttpRefusal } from '../http/refuse.ts';
import { listDeliveries, MOST_REPLAYED, type ReplayRefusal, replayEvents, testWebhook } from './deliveries.ts';
import { addWebhook, changeSecret, changeWebhook, listWebhooks, MOST_WEBHOOKS, removeWebhook, type WebhookRefusal } from './webhooks.ts';

const config = { access: 'webhooks' } as const;
const tags = ['webhooks'];
const refusals = { 404: errorBody, 409: errorBody };

function refusalOf(code: WebhookRefusal | ReplayRefusal): HttpRefusal {
  switch (code) {
    case 'unknown_webhook':
      return new HttpRefusal(404, { code, message: 'There is no such address.', field: 'id', fix: 'List them: GET /v1/webhooks.' });
    case 'unknown_event':
      return new HttpRefusal(400, {
        code,
        message: 'A kind of event is not known.',
        field: 'events',
        fix: `Name some of: ${EVENTS.map(({ event }) => event).join(', ')}.`,
      });
    case 'too_many_webhooks':
      return new HttpRefusal(409, { code, message: `There are ${MOST_WEBHOOKS} addresses.`, field: 'url', fix: 'Remove one first.' });
    case 'webhook_off':
      return new HttpRefusal(409, { code, message: 'The address is turned off.', field: 'id', fix: 'Turn it on: POST {"on": true}.' });
    case 'too_many_messages':
      return new HttpRefusal(409, {
        code,
        message: `That would be more than ${MOST_REPLAYED} messages.`,
        field: 'to',
        fix: 'Choose a shorter span of time.',
      });
  }
}

function addressRoutes(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/webhooks',
    {
      config,
      schema: {
        tags,
        operationId: 'listWebhooks',
        summary: 'The addresses that hear of events, without their secrets',
        response: { 200: webhookList },
      },
    },
    async () => ({ items: await listWebhooks(db) }),
  );
  app.post(
    '/v1/webhooks',
    {
      config,
      schema: {
        tags,
        operationId: 'addWebhook',
        summary: 'Adds an address; its secret is told only here',
        description: 'Messages are signed as Standard Webhooks 1.0.0 says. They hold ids: ask for the rest.',
        body: newWebhook,
        response: { 201: webhookWithSecret, 400: errorBody, 409: errorBody },
      },
    },
    async (request, reply) => {
      const added = await addWebhook(db, request.body, actorOf(request));
      if (!added.ok) throw refusalOf(added.refusal);
      return reply.code(201).send(added.value);
    },
  );
  app.post(
    '/v1/webhooks/:id',
    {
      config,
      schema: {
        tags,
        operationId: 'changeWebhook',
        summary: 'Changes an address, or turns it on or off',
        params: idParams,
        body: webhookChange,
        response: { 200: webhook, 400: errorBody, 404: errorBody },
      },
    },
    async (request) => {
      const changed = await changeWebhook(db, request.params.id, request.body, actorOf(request));
      if (!changed.ok) throw refusalOf(changed.refusal);
      return changed.value;
    },
  );
}

function endRoutes(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/webhooks/:id/secret',
    {
      config,
      schema: {
        tags,
        operationId: 'renewWebhookSecret',
        summary: 'Makes a new secret; for a day the one before signs too',
        params: idParams,
        response: { 200: webhookWithSecret, 404: errorBody },
      },
    },
    async (request) => {
      const changed = await changeSecret(db, request.params.id, actorOf(request));
      if (!changed.ok) throw refusalOf(changed.refusal);
      return changed.value;
    },
  );
  app.delete(
    '/v1/webhooks/:id',
    {
      config,
      schema: {
        tags,
        operationId: 'removeWebhook',
        summary: 'Removes an address, and the log of it',
        params: idParams,
        response: { 200: webhook, 404: errorBody },
      },
    },
    async (request) => {
      const removed = await removeWebhook(db, request.params.id, actorOf(request));
      if (!removed.ok) throw refusalOf(removed.refusal);
      return removed.value;
    },
  );
}

function messageRoutes(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/webhooks/:id/deliveries',
    {
      config,
      schema: {
        tags,
        operationId: 'listWebhookDeliveries',
        summary: 'What was sent to an address in the last 30 days, and how it fared: the newest first',
        params: idParams,
        querystring: deliveriesQuery,
        response: { 200: deliveryPage },
      },
    },
    (request) => listDeliveries(db, request.params.id, request.query),
  );
  app.post(
    '/v1/webhooks/:id/replay',
    {
      config,
      schema: {
        tags,
        operationId: 'replayWebhook',
        summary: 'Sends what happened in a span of time, again or for the first time',
        params: idParams,
        body: replayRequest,
        response: { 200: replayed, ...refusals },
      },
    },
    async (request) => {
      const made = await replayEvents(db, request.params.id, request.body, actorOf(request));
      if (!made.ok) throw refusalOf(made.refusal);
      return { messages: made.value };
    },
  );
  app.post(
    '/v1/webhooks/:id/test',
    {
      config,
      schema: {
        tags,
        operationId: 'testWebhook',
        summary: 'Sends a message that says nothing',
        params: idParams,
        response: { 200: replayed, ...refusals },
      },
    },
    async (request) => {
      const made = await testWebhook(db, request.params.id, actorOf(request));
      if (!made.ok) throw refusalOf(made.refusal);
      return { messages: made.value };
    },
  );
}

/** Other systems of the company hear of events by messages to addresses that the head office names. */
export function webhookRoutes(app: App, context: RouteContext): void {
  addressRoutes(app, context);
  endRoutes(app, context);
  messageRoutes(app, context);
}
