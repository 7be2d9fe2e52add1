import type { Role } from '../../../domain/associates/associate.ts';

/** What a role is called on the screen. */
export const ROLE_NAMES: Record<Role, string> = { associate: 'Associate', picker: 'Picker', manager: 'Manager' };
