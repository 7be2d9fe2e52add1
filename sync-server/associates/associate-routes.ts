import {
  associateChange,
  associatePage,
  associateQuery,
  associateWithBadge,
  associateWithPin,
  listedAssociate,
  newAssociate,
} from '../../domain/associates/associate-protocol.ts';
import { idParams } from '../../domain/access/access-protocol.ts';
import type { Result } from '../../domain/base/result.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { actorOf } from '../access/actor.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { HttpRefusal } from '../http/refuse.ts';
import { listAssociates } from './list-associates.ts';
import {
  addAssociate,
  type AssociateRefusal,
  changeAssociate,
  makeBadgeFor,
  resetPin,
  setAssociateState,
  withdrawBadge,
} from './manage-associates.ts';

const config = { access: 'people' } as const;
const tags = ['people'];
const refusals = { 404: errorBody, 409: errorBody };

function refusalOf(refusal: AssociateRefusal): HttpRefusal {
  switch (refusal) {
    case 'unknown_associate':
      return new HttpRefusal(404, { code: refusal, message: 'There is nobody with this id.', field: 'id', fix: 'List the associates.' });
    case 'unknown_store':
      return new HttpRefusal(404, {
        code: refusal,
        message: 'There is no store with this id.',
        field: 'storeId',
        fix: 'Name one of the stores.',
      });
    case 'associate_removed':
      return new HttpRefusal(409, {
        code: refusal,
        message: 'This person was removed, and that is for good.',
        field: 'id',
        fix: 'Add the person anew.',
      });
  }
}

/** What came of a step. @throws HttpRefusal */
function taken<T>(result: Result<T, AssociateRefusal>): T {
  if (result.ok) return result.value;
  throw refusalOf(result.refusal);
}

function listAndAddRoutes(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/associates',
    {
      config,
      schema: {
        tags,
        operationId: 'listAssociates',
        summary: 'The people who work in the stores',
        querystring: associateQuery,
        response: { 200: associatePage, 400: errorBody },
      },
    },
    (request) => listAssociates(db, request.query),
  );
  app.post(
    '/v1/associates',
    {
      config,
      schema: {
        tags,
        operationId: 'addAssociate',
        summary: 'Adds somebody to a store; the PIN is told only here',
        description: 'The server makes the PIN. They can sign in at the registers of the store once these have heard of it.',
        body: newAssociate,
        response: { 201: associateWithPin, 404: errorBody },
      },
    },
    async (request, reply) => reply.code(201).send(taken(await addAssociate(db, request.body, actorOf(request)))),
  );
}

function changeRoutes(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/associates/:id/change',
    {
      config,
      schema: {
        tags,
        operationId: 'changeAssociate',
        summary: 'Changes the name, the role or the store of somebody',
        params: idParams,
        body: associateChange,
        response: { 200: listedAssociate, ...refusals },
      },
    },
    async (request) => taken(await changeAssociate(db, request.params.id, request.body, actorOf(request))),
  );
  app.post(
    '/v1/associates/:id/reset-pin',
    {
      config,
      schema: {
        tags,
        operationId: 'resetAssociatePin',
        summary: 'Makes a new PIN for somebody; it is told only here',
        description: 'The old PIN counts at a register until it has heard of the new one.',
        params: idParams,
        response: { 200: associateWithPin, ...refusals },
      },
    },
    async (request) => taken(await resetPin(db, request.params.id, actorOf(request))),
  );
}

function badgeRoutes(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/associates/:id/make-badge',
    {
      config,
      schema: {
        tags,
        operationId: 'makeAssociateBadge',
        summary: 'Makes a badge for somebody; its code is told only here',
        description: 'It takes the place of a badge that they had. Print the code as a barcode (Code 128 or QR).',
        params: idParams,
        response: { 200: associateWithBadge, ...refusals },
      },
    },
    async (request) => taken(await makeBadgeFor(db, request.params.id, actorOf(request))),
  );
  app.post(
    '/v1/associates/:id/withdraw-badge',
    {
      config,
      schema: {
        tags,
        operationId: 'withdrawAssociateBadge',
        summary: 'Withdraws the badge of somebody, because it was lost, say',
        description: 'A register takes it until it has heard of that.',
        params: idParams,
        response: { 200: listedAssociate, ...refusals },
      },
    },
    async (request) => taken(await withdrawBadge(db, request.params.id, actorOf(request))),
  );
}

const STEPS = [
  ['block', 'Blocks somebody: they cannot sign in or approve, until they are unblocked'],
  ['unblock', 'Lets somebody who was blocked sign in again'],
  ['remove', 'Removes somebody for good; what they did keeps their name'],
] as const;

/** The head office adds, changes, blocks and removes the people in the stores. */
export function associateRoutes(app: App, context: RouteContext): void {
  listAndAddRoutes(app, context);
  changeRoutes(app, context);
  badgeRoutes(app, context);
  for (const [step, summary] of STEPS) {
    app.post(
      `/v1/associates/:id/${step}`,
      {
        config,
        schema: { tags, operationId: `${step}Associate`, summary, params: idParams, response: { 200: listedAssociate, ...refusals } },
      },
      async (request) => {
        const { id } = request.params;
        const associate = taken(await setAssociateState(context.db, id, step, actorOf(request)));
        request.log.warn({ associate: id, step }, 'somebody in a store was blocked, unblocked or removed');
        return associate;
      },
    );
  }
}
