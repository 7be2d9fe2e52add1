import type { ArticleTerms } from '../../domain/catalog/article-terms.ts';
import { termsWritten, pictureWritten, type ProductList, productList, type ProductQuery } from '../../domain/catalog/picture.ts';
import type { Exchange } from './access-client.ts';

/** What the head office asks the server about products and their pictures. */
export interface ProductClient {
  products(query: Partial<ProductQuery>): Promise<ProductList>;
  /** @param file as its owner has it: the server makes it small. */
  putPicture(sku: string, file: Blob): Promise<void>;
  removePicture(sku: string): Promise<void>;
  picture(sku: string): Promise<Blob>;
  /** @param terms null for plain goods. */
  writeTerms(sku: string, terms: ArticleTerms | null): Promise<void>;
}

export function productClient(
  ask: (path: string) => Promise<Response>,
  exchange: Exchange,
  send: (path: string, file: Blob) => Promise<void>,
  queryText: (query: Readonly<Record<string, string | number | undefined>>) => string,
): ProductClient {
  const of = (sku: string) => `/v1/products/${encodeURIComponent(sku)}/picture`;
  return {
    products: (query) => exchange(productList, `/v1/products${queryText(query)}`),
    putPicture: (sku, file) => send(of(sku), file),
    removePicture: async (sku) => void (await exchange(pictureWritten, of(sku), undefined, 'DELETE')),
    writeTerms: async (sku, terms) =>
      void (await exchange(termsWritten, `/v1/products/${encodeURIComponent(sku)}/terms`, { terms }, 'PUT')),
    picture: async (sku) => (await ask(of(sku))).blob(),
  };
}
