import { expect, it } from 'vitest';
import { accept, refuse } from '../base/result.ts';
import { type AssociateState, type AssociateStep, stateAfter } from './change-associate.ts';

it.each<[AssociateState, AssociateStep, AssociateState | 'associate_removed']>([
  ['active', 'change', 'active'],
  ['active', 'reset_pin', 'active'],
  ['active', 'make_badge', 'active'],
  ['active', 'withdraw_badge', 'active'],
  ['active', 'block', 'blocked'],
  ['active', 'unblock', 'active'],
  ['active', 'remove', 'removed'],
  ['blocked', 'change', 'blocked'],
  ['blocked', 'reset_pin', 'blocked'],
  ['blocked', 'block', 'blocked'],
  ['blocked', 'unblock', 'active'],
  ['blocked', 'remove', 'removed'],
  ['removed', 'change', 'associate_removed'],
  ['removed', 'reset_pin', 'associate_removed'],
  ['removed', 'block', 'associate_removed'],
  ['removed', 'unblock', 'associate_removed'],
  ['removed', 'make_badge', 'associate_removed'],
  ['removed', 'withdraw_badge', 'associate_removed'],
  ['removed', 'remove', 'removed'],
])('[A1] who is %s, after %s: %s', (state, step, after) => {
  expect(stateAfter(state, step)).toEqual(after === 'associate_removed' ? refuse(after) : accept(after));
});
