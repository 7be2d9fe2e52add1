import { expect, it } from 'vitest';
import { connectorOf, drawersSetting } from './settings.ts';

const drawers = drawersSetting.schema.parse([
  { name: 'Front', connector: 1 },
  { name: 'Back', connector: 2 },
]);

it('knows at which connector a drawer is; the one that all share, and one that was renamed, at the first', () => {
  expect(['Front', 'Back', undefined, 'Gone'].map((name) => connectorOf(drawers, name))).toEqual([1, 2, 1, 1]);
});

it.each([
  [[{ name: 'Front', connector: 3 }]],
  [[{ name: '', connector: 1 }]],
  [
    [
      { name: 'Front', connector: 1 },
      { name: 'Front', connector: 2 },
    ],
  ],
])('takes no %j', (wrong) => {
  expect(drawersSetting.schema.safeParse(wrong).success).toBe(false);
});
