import type { Role } from '../associates/associate.ts';
import type { Effect } from '../base/effect.ts';
import type { OperationDefinition } from '../base/define-operation.ts';
import { type Permission, PERMISSIONS } from '../base/permission.ts';
import type { StoreReader } from '../base/define-document.ts';
import { raiseException } from '../exceptions/raise.ts';
import { type Answer, isApproved, mayDo } from '../permissions/may-do.ts';
import type { PermissionTable } from '../permissions/roles.ts';
import { OPERATIONS } from './registry.ts';
import { definitionOf, type Operation, type OperationRequest } from './operations.ts';

/**
 * Asks a table of roles before something is recorded (rule A1). What has happened already is recorded whatever it says.
 * @param leastWeight what it weighs at least, in minor units: a card payment weighs what its sale does, so that whoever has to approve
 * the sale is asked before money moves.
 */
export function answerBefore(table: PermissionTable, role: Role, request: OperationRequest, leastWeight = 0): Answer {
  return definitionOf(request as Operation).isTrace ? { kind: 'allowed' } : answerTo(table, role, request, leastWeight);
}

/** Asks a table of roles whether somebody may do this. @param leastWeight what it weighs at least, in minor units. */
export function answerTo(table: PermissionTable, role: Role, request: OperationRequest, leastWeight = 0): Answer {
  const { permissionFor, weighs } = definitionOf(request as Operation);
  return mayDo(table, role, permissionFor(request.payload), Math.max(Math.abs(weighs(request.payload)), leastWeight));
}

/** Whoever wants to do it, and how colleagues are known. */
export interface Asking {
  readonly associateId: string | null;
  readonly role: Role;
  readonly roleOf: (associateId: string) => Role | undefined;
}

/** Whether one of the further permissions is given for everything that needs it, or approved by a colleague on the spot. */
function isGiven(
  table: PermissionTable,
  request: OperationRequest,
  permission: Permission,
  { associateId, role, roleOf }: Asking,
): boolean {
  return definitionOf(request as Operation)
    .also(request.payload, permission)
    .every(({ weight, approvers }) => {
      const answer = mayDo(table, role, permission, weight);
      const known = approvers.flatMap((id) => {
        const approverRole = roleOf(id);
        return approverRole === undefined ? [] : [{ associateId: id, role: approverRole }];
      });
      return [null, ...known].some((approver) => isApproved(answer, associateId, approver));
    });
}

/** Asks a table of roles whether everything else that it needs is allowed, or approved by a colleague on the spot (rule A1). */
export function isFurtherAllowed(table: PermissionTable, request: OperationRequest, asking: Asking): boolean {
  return definitionOf(request as Operation).alsoPermissions.every((permission) => isGiven(table, request, permission, asking));
}

const definitions = OPERATIONS as readonly OperationDefinition[];
const namedBy = (permission: Permission) =>
  definitions.filter((one) => one.permissions.includes(permission) || one.alsoPermissions.includes(permission));

/** What is asked about before something is shown, which no operation records. */
const TO_LOOK: readonly Permission[] = ['report.read'];

const isAskedBefore = (permission: Permission) => TO_LOOK.includes(permission) || namedBy(permission).some(({ isTrace }) => !isTrace);

/** The permissions that a register asks about before something happens, each with whether an amount decides. */
export const ASKED_BEFORE = PERMISSIONS.filter(isAskedBefore).map((permission) => ({
  permission,
  isWeighed: namedBy(permission).some(({ isWeighed, alsoPermissions }) => isWeighed || alsoPermissions.includes(permission)),
}));

/** The permission that recording this needs. */
export function permissionOf(request: OperationRequest): Permission {
  return definitionOf(request as Operation).permissionFor(request.payload);
}

/** Who the pool knows, and what they may do. */
export interface Authority {
  roleOf(associateId: string): Role | undefined;
  /** The tables of roles that were valid in a store at this time or later; none where everybody may do everything. */
  tablesSince(storeId: string, at: string): readonly PermissionTable[];
}

/** The id of the exception about what somebody may not do, one for each store, person and permission. */
function aboutOf({ storeId, associateId }: Operation, permission: string): string {
  return `${storeId}:${associateId ?? 'nobody'}:${permission}`;
}

/** The ids of the exceptions that {@link unallowedFacts} may raise about an operation. */
export function notAllowedIds(operation: Operation): string[] {
  const { alsoPermissions } = definitionOf(operation);
  return [permissionOf(operation), ...alsoPermissions].map((one) => `not_allowed:${aboutOf(operation, one)}`);
}

/**
 * The exceptions about a fact that none of the tables allowed (rules A1, J5). Somebody unknown has an exception of their own; where
 * nobody was signed in, the least role counts.
 */
export function unallowedFacts(reader: StoreReader, operation: Operation, authority: Authority): Effect[] {
  const { storeId, associateId, at, approval } = operation;
  const tables = authority.tablesSince(storeId, at);
  const role = associateId === null ? 'associate' : authority.roleOf(associateId);
  if (tables.length === 0 || role === undefined) return [];
  const approverRole = approval === null ? undefined : authority.roleOf(approval.associateId);
  const { alsoPermissions, byHeadOffice } = definitionOf(operation);
  const permission = permissionOf(operation);
  if (byHeadOffice(operation.payload)) return [];
  // An approval of something else is none.
  const isForThis = approval?.permission === permission;
  const approver = !isForThis || approverRole === undefined ? null : { associateId: approval.associateId, role: approverRole };
  const isFine = (table: PermissionTable) => isApproved(answerTo(table, role, operation), associateId, approver);
  const asking = { associateId, role, roleOf: authority.roleOf };
  const isFurtherFine = (one: Permission) => tables.some((table) => isGiven(table, operation, one, asking));
  const notAllowed = (what: Permission) =>
    raiseException(reader, operation, {
      kind: 'not_allowed',
      about: aboutOf(operation, what),
      subject: associateId ?? '',
      facts: { what: operation.type, signedIn: associateId === null ? 'no' : 'yes', associate: associateId ?? '', role },
    });
  return [
    ...(tables.some(isFine) ? [] : [notAllowed(permission)]),
    ...alsoPermissions.filter((one) => !isFurtherFine(one)).map(notAllowed),
  ];
}
