import { describe, expect, it } from 'vitest';
import type { ArticleTerms } from '../../domain/catalog/article-terms.ts';
import { readTermsDraft, termsDraftOf, type TermsDraft } from './terms-draft.ts';

const plain: TermsDraft = {
  kind: 'goods',
  openPrice: false,
  taxOfGoods: false,
  asksSerial: false,
  finalSale: false,
  deposits: '',
  components: '',
};

describe('the form of how an article is sold', () => {
  it.each<[what: string, draft: Partial<TermsDraft>, terms: ArticleTerms | null]>([
    ['plain goods', {}, null],
    ['a service at an open price', { kind: 'service', openPrice: true }, { kind: 'service', openPrice: true }],
    ['a deposit with the tax of its goods', { kind: 'deposit', taxOfGoods: true }, { kind: 'deposit', taxOfGoods: true }],
    [
      'a crate',
      { deposits: 'BOTTLE:20 CRATE' },
      {
        deposits: [
          { sku: 'BOTTLE', quantity: 20 },
          { sku: 'CRATE', quantity: 1 },
        ],
      },
    ],
    ['a bundle', { components: 'CUP:2' }, { components: [{ sku: 'CUP', quantity: 2 }] }],
    ['what asks for its serial number', { asksSerial: true }, { asksSerial: true }],
    ['what does not come back', { finalSale: true }, { finalSale: true }],
  ])('%s', (_what, part, terms) => {
    expect(readTermsDraft({ ...plain, ...part })).toEqual(terms);
    expect(termsDraftOf(terms)).toEqual({ ...plain, ...part });
  });

  it('leaves out what a kind does not have, and names a list that cannot be read', () => {
    expect(readTermsDraft({ ...plain, kind: 'fee', asksSerial: true, taxOfGoods: true, deposits: 'x:y' })).toEqual({ kind: 'fee' });
    expect(readTermsDraft({ ...plain, deposits: 'BOTTLE:0' })).toBe('deposits');
    expect(readTermsDraft({ ...plain, components: 'CUP:x' })).toBe('components');
  });
});
