import { describe, expect, it } from 'vitest';
import { shiftOf } from '../../test/support/examples.ts';
import { holderOf, shiftInUse } from './shift-in-use.ts';

const shared = shiftOf({ id: 'SHARED', associateId: 'ANA' });
const front = shiftOf({ id: 'FRONT', associateId: 'ANA', drawerId: 'Front' });
const back = shiftOf({ id: 'BACK', associateId: 'ANA', drawerId: 'Back', holderId: 'BEN' });

describe('the shift in use', () => {
  it.each([
    ['the shared one, whoever is signed in', [shared], 'BEN', 'SHARED'],
    ['the shared one where nobody is signed in', [front, shared], null, 'SHARED'],
    ["one's own drawer", [back, front], 'ANA', 'FRONT'],
    ['the drawer that was taken over', [front, back], 'BEN', 'BACK'],
    ["one's own before the shared one", [shared, back], 'BEN', 'BACK'],
    ["not a colleague's drawer", [front, back], 'CAT', undefined],
    ['none where none is open', [], 'ANA', undefined],
  ] as const)('is %s', (_what, open, who, id) => {
    expect(shiftInUse(open, who)?.id).toBe(id);
  });

  it('is answered for by whoever opened it until a colleague takes over', () => {
    expect([holderOf(front), holderOf(back), holderOf(shiftOf({ associateId: null }))]).toEqual(['ANA', 'BEN', null]);
  });
});
