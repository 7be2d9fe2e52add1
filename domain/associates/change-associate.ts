import { accept, refuse, type Result } from '../base/result.ts';

/** Whether somebody can work: `blocked` can be undone, `removed` cannot. */
export const ASSOCIATE_STATES = ['active', 'blocked', 'removed'] as const;

export type AssociateState = (typeof ASSOCIATE_STATES)[number];

/** What the head office does to somebody who works in a store. */
export type AssociateStep = 'change' | 'block' | 'unblock' | 'remove' | 'reset_pin' | 'make_badge' | 'withdraw_badge';

/** Decides how somebody stands after a step. Who is removed stays so; doing a step again changes nothing. */
export function stateAfter(state: AssociateState, step: AssociateStep): Result<AssociateState, 'associate_removed'> {
  if (state === 'removed') return step === 'remove' ? accept(state) : refuse('associate_removed');
  switch (step) {
    case 'block':
      return accept('blocked');
    case 'unblock':
      return accept('active');
    case 'remove':
      return accept('removed');
    case 'change':
    case 'reset_pin':
    case 'make_badge':
    case 'withdraw_badge':
      return accept(state);
  }
}
