import { z } from 'zod';
import { entityId } from '../base/envelope.ts';
import { text } from '../base/text.ts';
import { role } from './associate.ts';
import { ASSOCIATE_STATES } from './change-associate.ts';

const name = text.trim().min(1, 'A name has at least one character.').max(120);

/** How many people an answer has at most. */
const MOST = 200;

/** `GET /v1/associates`: by name. `after` is `next` of the page before. */
export const associateQuery = z.strictObject({
  /** The id of a store; all stores without it. */
  store: entityId.optional(),
  /** A part of the name, in any case. */
  search: text.max(120).optional(),
  /** `present` are those who are not removed. */
  state: z.enum(['present', 'removed']).default('present'),
  after: text.max(600).optional(),
  limit: z.coerce.number().int().min(1).max(MOST).default(50),
});

/** Somebody who works in a store, without the PIN. */
export const listedAssociate = z.strictObject({
  id: text,
  storeId: text,
  storeName: text,
  name: text,
  role,
  state: z.enum(ASSOCIATE_STATES),
  hasBadge: z.boolean(),
});
export const associatePage = z.strictObject({ items: z.array(listedAssociate), next: text.nullable() });

/** `POST /v1/associates`. */
export const newAssociate = z.strictObject({ storeId: entityId, name, role });

/** `POST /v1/associates/ID/change`: what is not named stays. */
export const associateChange = newAssociate.partial();

/** Somebody whose PIN was made here: the only answer that has it. */
export const associateWithPin = listedAssociate.extend({ pin: text });

/** Somebody whose badge was made here: the only answer that has its code. */
export const associateWithBadge = listedAssociate.extend({ badge: text });

export type AssociateQuery = z.infer<typeof associateQuery>;
export type ListedAssociate = z.infer<typeof listedAssociate>;
export type AssociatePage = z.infer<typeof associatePage>;
export type NewAssociate = z.infer<typeof newAssociate>;
export type AssociateChange = z.infer<typeof associateChange>;
export type AssociateWithBadge = z.infer<typeof associateWithBadge>;
export type AssociateWithPin = z.infer<typeof associateWithPin>;
