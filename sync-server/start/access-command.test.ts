import { expect, it } from 'vitest';
import { GRANTABLE_SCOPES } from '../../domain/access/scopes.ts';
import { readScopes } from './access-command.ts';
import { PlainFailure } from './plain-failure.ts';

it.each([
  ['orders', ['orders']],
  ['office, settings', ['office', 'settings']],
  ['web_shop,metrics,orders', ['orders', 'availability', 'price_quotes', 'metrics']],
  ['everything', [...GRANTABLE_SCOPES]],
])('%s is read as %j', (list, scopes) => {
  expect(readScopes(list)).toEqual(scopes);
});

it.each(['', 'sync', 'nothing', 'orders,,'])('%j names a scope that there is not', (list) => {
  expect(() => readScopes(list)).toThrow(PlainFailure);
});
