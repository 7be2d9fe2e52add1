import { mayDo } from '../../../domain/permissions/may-do.ts';
import { roles } from '../../../domain/permissions/roles.ts';
import type { Refusal } from '../../../domain/base/refusal.ts';
import { settingOf } from '../../../domain/settings/setting-of.ts';
import type { Approvals } from '../approvals.ts';
import type { RegisterParts } from '../register-parts.ts';
import type { SignIn } from '../sign-in.ts';

/** Who asks, and whom else. */
export interface MayChange extends Pick<RegisterParts, 'identity' | 'view'> {
  readonly signIn: Pick<SignIn, 'state'>;
  readonly approvals: Pick<Approvals, 'ask'>;
}

/**
 * Whether who is signed in may change customers, with a colleague where one has to approve it (rule A1). A profile is no operation, so
 * the recorder does not ask.
 * @returns why not; null where it may be done.
 */
export async function mayChangeCustomers({ identity, view, signIn, approvals }: MayChange): Promise<Refusal | null> {
  const { associate } = signIn.state.getState();
  if (associate === null) return null;
  const answer = mayDo(settingOf(view.reader, roles, identity), associate.role, 'customer.change', 0);
  if (answer.kind === 'allowed') return null;
  if (answer.kind === 'denied') return 'not_allowed';
  const given = await approvals.ask({ permission: 'customer.change', by: answer.by });
  return given === null ? 'needs_approval' : null;
}
