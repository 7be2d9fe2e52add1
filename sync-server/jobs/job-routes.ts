import { failedJobPage, failedJobQuery, failedJobsAnswer, failedJobsRequest } from '../../domain/office/job-protocol.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { callingOffice } from '../access/auth.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { discardJobs, listFailedJobs, retryJobs } from './failed-jobs.ts';

const shared = { tags: ['head office'], security: [{ bearer: [] }] };
const toIds = { body: failedJobsRequest, response: { 200: failedJobsAnswer, 400: errorBody } };

/** The head office looks at jobs that were given up, and retries or discards them (rule E1). */
export function jobRoutes(app: App, { db, auth }: RouteContext): void {
  app.get(
    '/v1/jobs/failed',
    {
      onRequest: auth.office,
      schema: {
        ...shared,
        summary: 'Jobs that were tried ten times and given up, the newest first',
        querystring: failedJobQuery,
        response: { 200: failedJobPage, 400: errorBody },
      },
    },
    (request) => listFailedJobs(db, request.query),
  );
  app.post(
    '/v1/jobs/retry',
    { onRequest: auth.office, schema: { ...shared, summary: 'Try jobs again, now', ...toIds } },
    async (request) => {
      const ids = await retryJobs(db, request.body.ids);
      request.log.info({ ids, by: callingOffice(request) }, 'jobs are tried again');
      return { ids };
    },
  );
  app.post(
    '/v1/jobs/discard',
    { onRequest: auth.office, schema: { ...shared, summary: 'Delete jobs that nobody needs any more', ...toIds } },
    async (request) => {
      const ids = await discardJobs(db, request.body.ids);
      request.log.info({ ids, by: callingOffice(request) }, 'jobs were discarded');
      return { ids };
    },
  );
}
