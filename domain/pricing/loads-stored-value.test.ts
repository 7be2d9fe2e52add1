import { expect, it } from 'vitest';
import { movesOfSale } from '../stored-value/moves-of.ts';
import { loadsStoredValue } from './loads-stored-value.ts';
import { saleLineKind } from './sale-line.ts';

it.each(saleLineKind.options)('a line that sells %s puts money on a stored value, or is discounted like others', (kind) => {
  const lines = [{ kind, reference: 'SV-1', grossMinor: 100 }];
  expect(movesOfSale({ currency: 'USD', lines, tenders: [], onAccount: null }).length === 1).toBe(loadsStoredValue(kind));
});
