import { errorBody } from '../../domain/protocol/protocol.ts';
import { liveRequest, newRules, rulesList, versionParams, wholeRules } from '../../domain/sourcing/rules/rules-protocol.ts';
import { actorOf } from '../access/actor.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { HttpRefusal, type RefusalText } from '../http/refuse.ts';
import {
  draftRules,
  findUnknownLocations,
  listRules,
  makeRulesLive,
  MOST_VERSIONS,
  readRules,
  type RulesRefusal,
} from './rule-versions.ts';

const config = { access: 'rules' } as const;
const tags = ['sourcing'];
/** 50 groups of 5,000 ids. */
const RULES_BODY = 4 * 1024 * 1024;

const REFUSALS: Readonly<Record<RulesRefusal, RefusalText & { readonly status: number }>> = {
  unknown_version: {
    ...{ status: 404, code: 'unknown_version', field: 'version' },
    message: 'There is no such version of the rules.',
    fix: 'List them: GET /v1/sourcing-rules.',
  },
  too_many_versions: {
    ...{ status: 409, code: 'too_many_versions' },
    message: `There are ${MOST_VERSIONS} versions of the rules.`,
    fix: 'Wait: drafts that are not made live are deleted after 90 days.',
  },
  already_live: {
    ...{ status: 409, code: 'already_live', field: 'version' },
    message: 'This version was made live before.',
    fix: 'To go back to its rules, send them as a new draft.',
  },
  changed_meanwhile: {
    ...{ status: 409, code: 'changed_meanwhile', field: 'replaces' },
    message: 'Somebody else has made other rules live.',
    fix: 'Look at them, and send `latest` of GET /v1/sourcing-rules as `replaces`.',
  },
  in_the_past: {
    ...{ status: 400, code: 'in_the_past', field: 'from' },
    message: 'This moment is over.',
    fix: 'Send a later one, or leave it out for now.',
  },
  too_far_ahead: {
    ...{ status: 400, code: 'too_far_ahead', field: 'from' },
    message: 'This moment is more than a year ahead.',
    fix: 'Send an earlier one.',
  },
};

function refusalOf(code: RulesRefusal): HttpRefusal {
  const { status, ...text } = REFUSALS[code];
  return new HttpRefusal(status, text);
}

function readRoutes(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/sourcing-rules',
    {
      config,
      schema: {
        tags,
        operationId: 'listSourcingRules',
        summary: 'The versions of the rules that decide who gives what, and which of them holds',
        response: { 200: rulesList },
      },
    },
    () => listRules(db),
  );
  app.get(
    '/v1/sourcing-rules/:version',
    {
      config,
      schema: {
        tags,
        operationId: 'readSourcingRules',
        summary: 'A version of the rules; 0 are those that hold until others are made live',
        params: versionParams,
        response: { 200: wholeRules, 404: errorBody },
      },
    },
    async (request) => {
      const found = await readRules(db, request.params.version);
      if (!found.ok) throw refusalOf(found.refusal);
      return found.value;
    },
  );
}

function changeRoutes(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/sourcing-rules',
    {
      config,
      bodyLimit: RULES_BODY,
      schema: {
        tags,
        operationId: 'draftSourcingRules',
        summary: 'Keeps rules as a draft, which decides nothing yet',
        description: 'The first rule that fits decides. Amounts are in minor units of `currency`.',
        body: newRules,
        response: { 201: wholeRules, 400: errorBody, 404: errorBody, 409: errorBody },
      },
    },
    async (request, reply) => {
      const [first, ...others] = (await findUnknownLocations(db, request.body.rules)).map(
        ({ field, id }): RefusalText => ({
          code: 'unknown_location',
          message: `There is no location ${id}.`,
          field,
          fix: 'Send the id of a store or a warehouse, or leave it out.',
        }),
      );
      if (first !== undefined) throw new HttpRefusal(400, first, others);
      const drafted = await draftRules(db, request.body, actorOf(request));
      if (!drafted.ok) throw refusalOf(drafted.refusal);
      return reply.code(201).send(drafted.value);
    },
  );
  app.post(
    '/v1/sourcing-rules/:version/live',
    {
      config,
      schema: {
        tags,
        operationId: 'makeSourcingRulesLive',
        summary: 'Lets a draft decide, now or from a moment on',
        params: versionParams,
        body: liveRequest,
        response: { 200: wholeRules, 400: errorBody, 404: errorBody, 409: errorBody },
      },
    },
    async (request) => {
      const made = await makeRulesLive(db, request.params.version, request.body, actorOf(request));
      if (!made.ok) throw refusalOf(made.refusal);
      return made.value;
    },
  );
}

/** The rules by which the pool decides who gives what, and what it has decided. */
export function sourcingRoutes(app: App, context: RouteContext): void {
  readRoutes(app, context);
  changeRoutes(app, context);
}
