import { type ImportAnswer, importAnswer, type ImportRequest } from '../../domain/office/import-protocol.ts';
import { type ListPrice, listPrice, type PriceList, priceList } from '../../domain/price-lists/price-list.ts';
import {
  type PriceListPage,
  priceListPage,
  type PriceListQuery,
  type PriceQuery,
  type PricesPage,
  pricesPage,
  pricesWritten,
} from '../../domain/price-lists/price-list-protocol.ts';
import type { Exchange } from './access-client.ts';

/** What the head office asks the server about price lists. */
export interface PriceClient {
  priceLists(query: Partial<PriceListQuery>): Promise<PriceListPage>;
  putPriceList(list: PriceList): Promise<void>;
  deletePriceList(id: string): Promise<void>;
  listPrices(listId: string, query: Partial<PriceQuery>): Promise<PricesPage>;
  putPrice(listId: string, price: ListPrice): Promise<void>;
  deletePrice(listId: string, price: Pick<ListPrice, 'sku' | 'startsOn'>): Promise<void>;
  importPrices(request: ImportRequest): Promise<ImportAnswer>;
}

export function priceClient(
  exchange: Exchange,
  queryText: (query: Readonly<Record<string, string | number | undefined>>) => string,
): PriceClient {
  const of = (id: string) => `/v1/price-lists/${encodeURIComponent(id)}`;
  return {
    priceLists: (query) => exchange(priceListPage, `/v1/price-lists${queryText(query)}`),
    putPriceList: async (list) => void (await exchange(priceList, of(list.id), list, 'PUT')),
    deletePriceList: async (id) => void (await exchange(priceList, of(id), undefined, 'DELETE')),
    listPrices: (id, query) => exchange(pricesPage, `${of(id)}/prices${queryText(query)}`),
    putPrice: async (id, price) => void (await exchange(pricesWritten, `${of(id)}/prices`, { prices: [price] }, 'PUT')),
    async deletePrice(id, { sku, startsOn }) {
      const query = queryText({ startsOn: startsOn ?? undefined });
      await exchange(listPrice, `${of(id)}/prices/${encodeURIComponent(sku)}${query}`, undefined, 'DELETE');
    },
    importPrices: (request) => exchange(importAnswer, '/v1/prices/import', request),
  };
}
