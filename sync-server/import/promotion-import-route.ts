import { importAnswer, importRequest } from '../../domain/office/import-protocol.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { actorOf, logAction } from '../access/actor.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { transact } from '../db/transact.ts';
import { OTHER_PROMOTION_COLUMNS, PROMOTION_COLUMNS, promotionImporter } from './import-promotions.ts';
import { importText, refusedFile } from './import-text.ts';

/** A file of up to two megabytes, as JSON. */
const FILE_BODY = 5_000_000;

/** The head office uploads promotions in a file. */
export function promotionImportRoute(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/promotions/import',
    {
      config: { access: 'promotions' },
      bodyLimit: FILE_BODY,
      schema: {
        tags: ['promotions'],
        operationId: 'importPromotions',
        summary: 'Writes promotions of a CSV file',
        description: 'The columns are those of `npm run import -- promotions`. Rows that are wrong are told and left out.',
        body: importRequest,
        response: { 200: importAnswer, 400: errorBody },
      },
    },
    async (request) => {
      const { currency } = await db.selectFrom('company').select('currency').executeTakeFirstOrThrow();
      const columns = { columns: PROMOTION_COLUMNS, others: OTHER_PROMOTION_COLUMNS };
      const imported = await importText(request.body, columns, promotionImporter(db, currency));
      if (!imported.ok) throw refusedFile(imported.refusal);
      const { rows, accepted, refused, refusedCount } = imported.value;
      const after = { file: request.body.name, rows, accepted };
      await transact(db, (tx) => logAction(tx, actorOf(request), { code: 'promotion.import', subject: request.body.name, after }));
      return { rows, accepted, refused: refused.map(({ text: _, ...row }) => row), refusedCount };
    },
  );
}
