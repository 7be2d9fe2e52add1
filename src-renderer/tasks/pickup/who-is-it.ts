import type { IdentityDocument, Proof } from '../../../domain/fulfillment/identity.ts';

/** How an associate finds out whether the goods are for whoever stands at the counter. */
export type Way = 'code' | 'document' | 'proxy' | 'vouch';

/** What was looked at so far, but for the pickup code, which is checked apart. */
export interface Who {
  readonly way: Way;
  /** The kind of document that was looked at; null before. */
  readonly document: IdentityDocument | null;
  /** Whether a colleague wants to answer for it. */
  readonly vouched: boolean;
}

export const NOBODY_YET: Who = { way: 'code', document: null, vouched: false };

/** The ways of a company: without documents that count there is none by document. */
export function waysOf(accepted: readonly IdentityDocument[]): Way[] {
  return accepted.length === 0 ? ['code', 'proxy', 'vouch'] : ['code', 'document', 'proxy', 'vouch'];
}

/**
 * The proof for the handover; null while something is missing.
 * @param code the pickup code that was checked and is right; null before.
 * @param accepted the documents that the company lets count.
 */
export function proofOf({ way, document, vouched }: Who, code: string | null, accepted: readonly IdentityDocument[]): Proof | null {
  switch (way) {
    case 'code':
      return code === null ? null : { by: 'pickup_code', code };
    case 'document':
      return document === null ? null : { by: 'identity_document', document };
    case 'proxy':
      return code === null || (document === null && accepted.length > 0) ? null : { by: 'proxy', code, document };
    case 'vouch':
      return vouched ? { by: 'vouched' } : null;
  }
}
