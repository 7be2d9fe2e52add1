import { expect, it } from 'vitest';
import { operationOf, STORE } from '../../test/support/examples.ts';
import { DocumentMap } from '../base/document-map.ts';
import { quickKeysDocument, quickKeysLaidOut } from './quick-keys.ts';

it('the last layout of the quick keys counts for the whole store', () => {
  const laidOut = (name: string) =>
    quickKeysLaidOut.apply(
      new DocumentMap(),
      operationOf({ type: quickKeysLaidOut.type, payload: { pages: [{ name, skus: ['A', null] }] } }) as never,
    );
  expect(quickKeysDocument.in([...laidOut('Counter'), ...laidOut('Bakery')]).at(-1)).toEqual({
    storeId: STORE,
    pages: [{ name: 'Bakery', skus: ['A', null] }],
  });
});
