import type { Role } from '../../domain/associate/associate.ts';

/** What a role is called on the screen. */
export const ROLE_NAMES: Record<Role, string> = { associate: 'Associate', picker: 'Picker', manager: 'Manager' };
