import { eraseRequest, erased, personQuery, personReport } from '../../domain/office/person-protocol.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { actorOf } from '../access/actor.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { HttpRefusal } from '../http/refuse.ts';
import { erasePerson, type EraseRefusal } from './erase-person.ts';
import { findPerson } from './find-person.ts';

const config = { access: 'personal_data' } as const;
const tags = ['head office'];

function refusalOf(refusal: EraseRefusal): HttpRefusal {
  switch (refusal.code) {
    case 'nobody_found':
      return new HttpRefusal(404, { code: refusal.code, message: 'Nothing is kept about this person.', fix: 'Ask POST /v1/people/find.' });
    case 'order_open':
      return new HttpRefusal(409, {
        code: refusal.code,
        message: `Orders of this person are still worked on: ${refusal.numbers.join(', ')}.`,
        fix: 'Deliver or cancel them first, and put back what was picked.',
      });
    case 'associate_not_removed':
      return new HttpRefusal(409, {
        code: refusal.code,
        message: 'This person works in a store.',
        field: 'associate',
        fix: 'Remove them with POST /v1/associates/ID/remove first, and look again.',
      });
    case 'code_not_valid':
      return new HttpRefusal(409, {
        code: refusal.code,
        message: 'The code does not belong to what is kept about this person now.',
        field: 'code',
        fix: 'Look at POST /v1/people/find again, and send its code.',
      });
  }
}

/** The head office shows what is kept about a person, and erases it. Queries are bodies, so that no log of addresses has them. */
export function personRoutes(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/people/find',
    {
      config,
      schema: {
        tags,
        operationId: 'findPerson',
        summary: 'What is kept about a person',
        body: personQuery,
        response: { 200: personReport, 400: errorBody },
      },
    },
    async (request) => {
      const { report } = await findPerson(db, request.body);
      request.log.info({ orders: report.orders.length, by: actorOf(request).id }, 'what is kept about a person was shown');
      return report;
    },
  );
  app.post(
    '/v1/people/erase',
    {
      config,
      schema: {
        tags,
        operationId: 'erasePerson',
        summary: 'Erase a person, by the code of what was shown',
        body: eraseRequest,
        response: { 200: erased, 400: errorBody, 404: errorBody, 409: errorBody },
      },
    },
    async (request) => {
      const { code, ...query } = request.body;
      const done = await erasePerson(db, query, code, actorOf(request));
      if (!done.ok) throw refusalOf(done.refusal);
      request.log.info(done.value, 'a person was erased');
      return done.value;
    },
  );
}
