import type { BadgeUse } from '../associates/settings.ts';
import type { StoreReader } from '../base/define-document.ts';
import type { Effect } from '../base/effect.ts';
import { raiseException } from '../exceptions/raise.ts';
import { definitionOf, type Operation } from './operations.ts';

/** What badges were good for in a store at this time or later. */
export type BadgeUsesSince = (storeId: string, at: string) => readonly BadgeUse[];

/** Who approved an operation or a part of it, or took part in it, by a badge. */
export function badgeApprovers({ approval, type, payload }: Operation): string[] {
  const { alsoPermissions, also, shownBadges } = definitionOf({ type } as Operation);
  const parts = alsoPermissions.flatMap((permission) => also(payload, permission).flatMap(({ byBadge = [] }) => byBadge));
  return [...new Set([...(approval?.method === 'badge' ? [approval.associateId] : []), ...parts, ...shownBadges(payload)])];
}

const aboutOf = ({ storeId }: Operation, approver: string): string => `${storeId}:${approver}`;

/** The ids of the exceptions that {@link badgeFacts} may raise about an operation. */
export function badgeFactIds(operation: Operation): string[] {
  return badgeApprovers(operation).map((approver) => `approved_by_badge:${aboutOf(operation, approver)}`);
}

/**
 * The exceptions about approvals by a badge where badges approve nothing, one for each store and colleague (rules A1, J5). What was done
 * stands: a register may not have heard yet that they no longer do.
 */
export function badgeFacts(reader: StoreReader, operation: Operation, usesSince: BadgeUsesSince): Effect[] {
  const { storeId, at, type } = operation;
  if (usesSince(storeId, at).includes('sign_in_and_approve')) return [];
  return badgeApprovers(operation).map((associate) =>
    raiseException(reader, operation, {
      kind: 'approved_by_badge',
      about: aboutOf(operation, associate),
      subject: associate,
      facts: { what: type, associate },
    }),
  );
}
