import { importAnswer, importRequest } from '../../domain/office/import-protocol.ts';
import { errorBody } from '../../domain/protocol/protocol.ts';
import { actorOf } from '../access/actor.ts';
import type { App, RouteContext } from '../access/route-context.ts';
import { loadPriceLists } from '../price-lists/load-prices.ts';
import { OTHER_PRICE_COLUMNS, PRICE_COLUMNS, priceImporter } from './import-prices.ts';
import { importText, refusedFile } from './import-text.ts';

/** A file of up to ten megabytes, as JSON. */
const FILE_BODY = 12 * 1024 * 1024;

/** The head office uploads prices in a file. */
export function priceImportRoute(app: App, { db }: RouteContext): void {
  app.post(
    '/v1/prices/import',
    {
      config: { access: 'prices' },
      bodyLimit: FILE_BODY,
      schema: {
        tags: ['prices'],
        operationId: 'importPrices',
        summary: 'Writes the prices of a CSV file',
        description: 'The columns are those of `npm run import -- prices`. Rows that are wrong are told and left out.',
        body: importRequest,
        response: { 200: importAnswer, 400: errorBody },
      },
    },
    async (request) => {
      const importer = priceImporter(db, await loadPriceLists(db), actorOf(request));
      const imported = await importText(request.body, { columns: PRICE_COLUMNS, others: OTHER_PRICE_COLUMNS }, importer);
      if (!imported.ok) throw refusedFile(imported.refusal);
      const { rows, accepted, refused, refusedCount } = imported.value;
      return { rows, accepted, refused: refused.map(({ text: _, ...row }) => row), refusedCount };
    },
  );
}
