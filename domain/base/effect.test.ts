import { expect, it } from 'vitest';
import { shiftOf } from '../../test/support/examples.ts';
import { shiftDocument } from '../shift/documents.ts';
import { defineEvent, type Effect } from './effect.ts';

it('finds the events of its own kind among effects, in their order', () => {
  const rang = defineEvent<number>('rang');
  const knocked = defineEvent<number>('knocked');
  const effects: Effect[] = [rang.effect(1), knocked.effect(2), shiftDocument.put(shiftOf()), rang.effect(3)];
  expect([rang.in(effects), knocked.in(effects)]).toEqual([[1, 3], [2]]);
});
