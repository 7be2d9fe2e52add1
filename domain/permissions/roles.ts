import { z } from 'zod';
import { role } from '../associates/associate.ts';
import { minorAmount } from '../base/money.ts';
import { PERMISSIONS } from '../base/permission.ts';
import { defineSetting } from '../settings/define-setting.ts';

/**
 * Whether a role may do something: always; never; or with the approval of a colleague of one of these roles, from an amount on where
 * one is named (minor units, whatever the currency).
 */
export const permissionRule = z.union([
  z.enum(['allowed', 'denied']),
  z.strictObject({ approvalBy: z.array(role).min(1, 'Name who may approve it.'), above: minorAmount.min(0).nullable() }),
]);

export const permissionTable = z.partialRecord(role, z.partialRecord(z.enum(PERMISSIONS), permissionRule));

/** Who may do what (rule A1). What is not said is allowed, but for what `standardRule` names. */
export const roles = defineSetting({
  key: 'people.roles',
  levels: ['company', 'store'],
  schema: permissionTable,
  standard: {},
});

export type PermissionRule = z.infer<typeof permissionRule>;
export type PermissionTable = z.infer<typeof permissionTable>;
