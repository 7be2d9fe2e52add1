import { expect, it } from 'vitest';
import { drawerText, readDrawers } from './drawer-lines.ts';

it('reads drawers as they are written', () => {
  const drawers = readDrawers(['1 Front', '', ' 2  Back of the shop ']);
  expect(drawers).toEqual([
    { connector: 1, name: 'Front' },
    { connector: 2, name: 'Back of the shop' },
  ]);
  expect(drawers?.map(drawerText)).toEqual(['1 Front', '2 Back of the shop']);
});

it.each([[['Front']], [['3 Front']], [['1 Front', '2 Front']], [['1']]])('takes no %j', (lines) => {
  expect(readDrawers(lines)).toBeNull();
});
