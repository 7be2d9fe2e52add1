import type { Approval } from '../../domain/base/envelope.ts';

/** Who approved something, as a price or a tender keeps it. */
export interface ApprovedBy {
  readonly approvedBy: string | null;
  readonly byBadge?: true;
}

/** What is kept of an approval; null where nobody had to give one. */
export function approvedBy(approval: Approval | null): ApprovedBy {
  const by = { approvedBy: approval?.associateId ?? null };
  return approval?.method === 'badge' ? { ...by, byBadge: true } : by;
}
