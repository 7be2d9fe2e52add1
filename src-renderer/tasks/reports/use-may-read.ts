import type { Role } from '../../../domain/associates/associate.ts';
import { type Answer, mayDo } from '../../../domain/permissions/may-do.ts';
import { roles } from '../../../domain/permissions/roles.ts';
import { useSetting, useSignIn } from '../../kit/register-context.tsx';

/** Whether who is signed in may read the reports of the store (rule A1). Nobody is the least role. */
export function useMayRead(): Answer {
  const role: Role = useSignIn(({ associate }) => associate?.role ?? 'associate');
  return mayDo(useSetting(roles), role, 'report.read', 0);
}
