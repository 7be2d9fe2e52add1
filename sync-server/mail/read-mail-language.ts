import { languageOf, type Language } from '../../texts/words/languages.ts';
import type { Db } from '../db/database.ts';

/**
 * The language of a mail to a customer: what their order says that they read, where there is a catalog of it, else the first language of
 * the store's receipts.
 * @param order by its id or its number; null where there is none.
 */
export async function readMailLanguage(
  db: Db,
  order: { readonly id: string } | { readonly number: string } | null,
  receiptLanguages: readonly Language[],
): Promise<Language> {
  const query = db.selectFrom('orders').select('language');
  const row =
    order === null
      ? undefined
      : await ('id' in order ? query.where('id', '=', order.id) : query.where('number', '=', order.number)).executeTakeFirst();
  const [ofStore = 'en'] = receiptLanguages;
  return languageOf(row?.language ?? '') ?? ofStore;
}
