import { describe, expect, it } from 'vitest';
import { articleTerms, type ArticleTerms, type NamedArticle, whyNotTerms } from './article-terms.ts';

const articles: Readonly<Record<string, NamedArticle>> = {
  COLA: { soldBy: 'piece', terms: { deposits: [{ sku: 'BOTTLE', quantity: 1 }] } },
  BOTTLE: { soldBy: 'piece', terms: { kind: 'deposit' } },
  CRATE: { soldBy: 'piece', terms: { kind: 'deposit' } },
  CUP: { soldBy: 'piece', terms: null },
  APPLES: { soldBy: 'kg', terms: null },
  PHONE: { soldBy: 'piece', terms: { asksSerial: true } },
  SET: { soldBy: 'piece', terms: { components: [{ sku: 'CUP', quantity: 2 }] } },
};
const parts = (...skus: string[]) => skus.map((sku) => ({ sku, quantity: 1 }));

describe('the terms of an article', () => {
  it.each<[what: string, terms: ArticleTerms, soldBy: 'piece' | 'kg', refusal: string | null, sku: string | null]>([
    ['a service with an open price', { kind: 'service', openPrice: true }, 'piece', null, null],
    ['a fee', { kind: 'fee' }, 'piece', null, null],
    ['a deposit that bears the tax of its goods', { kind: 'deposit', taxOfGoods: true }, 'piece', null, null],
    ['a crate with its bottles', { deposits: parts('BOTTLE', 'CRATE') }, 'piece', null, null],
    ['goods with a deposit and a serial number', { deposits: parts('BOTTLE'), asksSerial: true }, 'piece', null, null],
    ['a bundle of goods, one of them with a deposit', { components: parts('CUP', 'COLA') }, 'piece', null, null],
    ['goods whose deposit is goods', { deposits: parts('CUP') }, 'piece', 'deposit_not_deposit', 'CUP'],
    ['goods whose deposit nobody knows', { deposits: parts('NOBODY') }, 'piece', 'part_unknown', 'NOBODY'],
    ['one deposit twice', { deposits: parts('BOTTLE', 'BOTTLE') }, 'piece', 'part_twice', null],
    ['a deposit on a deposit', { kind: 'deposit', deposits: parts('BOTTLE') }, 'piece', 'terms_apart', null],
    ['a deposit at an open price', { kind: 'deposit', openPrice: true }, 'piece', 'terms_apart', null],
    ['goods at the tax of goods', { taxOfGoods: true }, 'piece', 'tax_of_goods_not_deposit', null],
    ['goods by weight that do not come back', { finalSale: true }, 'kg', null, null],
    ['a service that does not come back', { kind: 'service', finalSale: true }, 'piece', 'terms_apart', null],
    ['a service with a serial number', { kind: 'service', asksSerial: true }, 'piece', 'terms_apart', null],
    ['a bundle that is a fee', { kind: 'fee', components: parts('CUP') }, 'piece', 'terms_apart', null],
    ['a bundle at an open price', { openPrice: true, components: parts('CUP') }, 'piece', 'terms_apart', null],
    ['a bundle within a bundle', { components: parts('SET') }, 'piece', 'component_not_goods', 'SET'],
    ['a bundle of weighed goods', { components: parts('APPLES') }, 'piece', 'component_not_goods', 'APPLES'],
    ['a bundle of what asks for its serial number', { components: parts('PHONE') }, 'piece', 'component_not_goods', 'PHONE'],
    ['weighed goods with a deposit', { deposits: parts('BOTTLE') }, 'kg', 'terms_apart', null],
  ])('%s', (_what, terms, soldBy, refusal, sku) => {
    expect(articleTerms.safeParse(terms).success).toBe(true);
    expect(whyNotTerms({ soldBy, terms }, (one) => articles[one])).toEqual(refusal === null ? null : { refusal, sku });
  });

  it('plain goods have none', () => expect(whyNotTerms({ soldBy: 'kg', terms: null }, () => undefined)).toBeNull());
});
