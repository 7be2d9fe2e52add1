import { expect, it } from 'vitest';
import { shiftOf } from '../../test/support/examples.ts';
import { shiftDocument } from '../shift/documents.ts';
import { defineEvent, type Effect } from './effect.ts';

it('finds the events of its own kind among effects, in their order', () => {
  const rang = defineEvent<number>({ event: 'rang', keptDays: 1, idsOf: (bell) => ({ bell: String(bell) }) });
  const knocked = defineEvent<number>({ event: 'knocked', keptDays: 1, idsOf: () => ({}) });
  const effects: Effect[] = [rang.effect(1), knocked.effect(2), shiftDocument.put(shiftOf()), rang.effect(3)];
  expect([rang.in(effects), knocked.in(effects)]).toEqual([[1, 3], [2]]);
  expect(rang.effect(1).ids).toEqual({ bell: '1' });
});
