import { expect, it } from 'vitest';
import { whyNotTerms } from '../../domain/catalog/article-terms.ts';
import { product } from '../../domain/catalog/product.ts';
import { quickKeys } from '../../domain/sale/settings.ts';
import { ARTICLE_STOCK, articleKeys, makeArticles } from './make-articles.ts';

const snack = { sku: '100000' };
const articles = makeArticles([snack]);

it('the sample has an article of each kind, and all of them can be', () => {
  expect(articles.map(({ sku, terms }) => [sku, Object.keys(terms ?? {}).join(), terms?.kind ?? 'goods'])).toEqual([
    ['COLA-GLASS', 'deposits', 'goods'],
    ['STUDIO-SPEAKER', 'asksSerial', 'goods'],
    ['GIFT-WRAP', 'kind', 'service'],
    ['REPAIR', 'kind,openPrice', 'service'],
    ['BAG-FEE', 'kind', 'fee'],
    ['DEPOSIT-BOTTLE', 'kind,taxOfGoods', 'deposit'],
    ['SNACK-BOX', 'components', 'goods'],
  ]);
  const plain = { soldBy: 'piece', terms: null } as const;
  const find = (sku: string) => {
    const found = articles.find((one) => one.sku === sku);
    return found === undefined ? (sku === snack.sku ? plain : undefined) : { soldBy: found.soldBy, terms: found.terms ?? null };
  };
  for (const one of articles) {
    expect(product.parse(one)).toEqual(one);
    expect(whyNotTerms({ soldBy: one.soldBy, terms: one.terms ?? null }, find)).toBeNull();
  }
  expect(new Set(articles.map(({ gtin }) => gtin)).size).toBe(7);
});

it('goods of them are in stock, and a page of quick keys has all but the deposit, which comes with its bottle', () => {
  expect([...ARTICLE_STOCK.keys()]).toEqual(['COLA-GLASS', 'STUDIO-SPEAKER']);
  const page = articleKeys(articles);
  expect(page.skus).toEqual(['COLA-GLASS', 'STUDIO-SPEAKER', 'GIFT-WRAP', 'REPAIR', 'BAG-FEE', 'SNACK-BOX']);
  expect(quickKeys.schema.safeParse({ pages: [page] }).success).toBe(true);
});
