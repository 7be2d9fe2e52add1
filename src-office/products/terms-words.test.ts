import { expect, it } from 'vitest';
import type { ArticleTerms } from '../../domain/catalog/article-terms.ts';
import { termsWords } from './terms-words.ts';

it.each<[ArticleTerms | null, string]>([
  [null, ''],
  [{ kind: 'service', openPrice: true }, 'Service · The till asks for its price'],
  [{ kind: 'deposit', taxOfGoods: true }, 'Deposit · Bears the tax of its goods'],
  [
    {
      deposits: [
        { sku: 'BOTTLE', quantity: 20 },
        { sku: 'CRATE', quantity: 1 },
      ],
    },
    'Deposits: BOTTLE:20 CRATE',
  ],
  [{ asksSerial: true }, 'The till asks for its serial number'],
  [{ finalSale: true }, 'Final sale'],
  [{ components: [{ sku: 'CUP', quantity: 2 }] }, 'A bundle of: CUP:2'],
])('%j is said as %j', (terms, said) => expect(termsWords(terms)).toBe(said));
