import { defineDocument } from '../base/define-document.ts';
import { WHILE_CURRENT } from '../base/retention.ts';
import { catalogPage } from './product.ts';

export const catalogPageDocument = defineDocument({
  kind: 'catalog_page',
  schema: catalogPage,
  scope: 'all',
  stored: { in: 'projection' },
  held: 'memory',
  retention: WHILE_CURRENT,
  personal: [],
  before: {
    version: 2,
    body: ({
      minimumAge: _,
      soldBy: _by,
      tareGrams: _tare,
      weightGrams: _weight,
      sizeMm: _size,
      picture: _picture,
      terms: _terms,
      ...page
    }) => page,
  },
});
