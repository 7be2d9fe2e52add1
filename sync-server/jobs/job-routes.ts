import { failedJobPage, failedJobQuery, failedJobsAnswer, failedJobsRequest } from '../../domain/office/job-protocol.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { actorOf } from '../access/actor.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { discardJobs, listFailedJobs, retryJobs } from './failed-jobs.ts';

const shared = { tags: ['head office'] };
const toIds = { body: failedJobsRequest, response: { 200: failedJobsAnswer, 400: errorBody } };

/** The head office looks at jobs that were given up, and retries or discards them (rule E1). */
export function jobRoutes(app: App, { db }: RouteContext): void {
  app.get(
    '/v1/jobs/failed',
    {
      config: { access: 'office.read' },
      schema: {
        ...shared,
        operationId: 'listFailedJobs',
        summary: 'Jobs that were tried ten times and given up, the newest first',
        querystring: failedJobQuery,
        response: { 200: failedJobPage, 400: errorBody },
      },
    },
    (request) => listFailedJobs(db, request.query),
  );
  app.post(
    '/v1/jobs/retry',
    { config: { access: 'office' }, schema: { ...shared, operationId: 'retryJobs', summary: 'Try jobs again, now', ...toIds } },
    async (request) => {
      const ids = await retryJobs(db, request.body.ids, actorOf(request));
      request.log.info({ ids }, 'jobs are tried again');
      return { ids };
    },
  );
  app.post(
    '/v1/jobs/discard',
    {
      config: { access: 'office' },
      schema: { ...shared, operationId: 'discardJobs', summary: 'Delete jobs that nobody needs any more', ...toIds },
    },
    async (request) => {
      const ids = await discardJobs(db, request.body.ids, actorOf(request));
      request.log.info({ ids }, 'jobs were discarded');
      return { ids };
    },
  );
}
