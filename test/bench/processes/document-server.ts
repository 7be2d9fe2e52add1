import fastifyStatic from '@fastify/static';
import Fastify from 'fastify';
import { type DatabaseOptions, openDatabase } from '../../../sync-server/db/open-database.ts';
import { answerParent } from './answer-parent.ts';

export interface DocumentServerJob {
  readonly database: DatabaseOptions;
  /** The folder of the page that replicates, so that it comes from the same origin. */
  readonly page: string;
}

/** The pull endpoint that RxDB's HTTP replication asks for, in its smallest form: products as single documents, after a checkpoint. */
answerParent<DocumentServerJob>(async ({ database: options, page }) => {
  const database = await openDatabase(options);
  const app = Fastify();
  await app.register(fastifyStatic, { root: page });
  app.get<{ Querystring: { after: string; limit: string } }>('/pull', async (request) => {
    const documents = await database.db
      .selectFrom('products')
      .select(['sku', 'gtin', 'name', 'brand', 'category', 'size', 'unit_price as unitPrice', 'tax_class as taxClass'])
      .where('sku', '>', request.query.after)
      .orderBy('sku')
      .limit(Number(request.query.limit))
      .execute();
    return { documents, checkpoint: { after: documents.at(-1)?.sku ?? request.query.after } };
  });
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    url: () => url,
    stop: async () => {
      await app.close();
      await database.close();
    },
  };
});
