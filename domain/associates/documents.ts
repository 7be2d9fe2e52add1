import { defineDocument } from '../base/define-document.ts';
import { WHILE_CURRENT } from '../base/retention.ts';
import { associate } from './associate.ts';

export const associateDocument = defineDocument({
  kind: 'associate',
  schema: associate,
  scope: 'store',
  stored: { in: 'projection' },
  held: 'memory',
  retention: WHILE_CURRENT,
  personal: ['name'],
  before: { version: 2, body: ({ badge: _, ...associate }) => associate },
});
