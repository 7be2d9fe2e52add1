import { z } from 'zod';
import { defineDocument } from '../base/define-document.ts';
import { defineEvent } from '../base/effect.ts';
import { type Envelope, entityId, instant } from '../base/envelope.ts';
import { CURRENT_THEN_TEN_YEARS, TEN_YEARS } from '../base/retention.ts';
import { choiceId, exception } from './exception.ts';
import type { ExceptionResolved, ResolutionOutcome } from './resolution.ts';

export const exceptionDocument = defineDocument({
  kind: 'exception',
  schema: exception,
  scope: 'store',
  stored: { in: 'table', table: 'exceptions', key: 'id', columns: {} },
  held: 'memory',
  retention: CURRENT_THEN_TEN_YEARS,
  personal: [],
  idOf: (one) => one.id,
  storeOf: (one) => one.storeId,
  inFeed: (one) => one.resolved === null,
  // Version 1 of the protocol has no facts; its apps tell the kind, what it means and the subject.
  before: { version: 2, body: ({ facts: _, ...one }) => ({ ...one, explanation: one.explanation ?? '' }) },
  // What a replica holds from before exceptions could be resolved is complete after the next pull.
  completed: (one) => ({ ...one, goods: one.goods ?? [], resolved: one.resolved ?? null }),
});

/**
 * A decision about an exception that this register recorded and that changed nothing, because another one came first or it
 * did not fit: whoever took it is told (rule J5). Its id is the operation.
 */
export const lateResolution = z.strictObject({
  operationId: z.string(),
  exceptionId: z.string(),
  outcome: z.enum(['already_resolved', 'unknown_exception', 'choice_not_valid']),
  choice: choiceId,
  at: instant,
  associateId: entityId.nullable(),
  /** Null where nobody knows the exception. */
  exception: exception.nullable(),
});

export type LateResolution = z.infer<typeof lateResolution>;

export const lateResolutionDocument = defineDocument({
  kind: 'late_resolution',
  since: 2,
  schema: lateResolution,
  scope: 'register',
  stored: { in: 'projection' },
  held: 'memory',
  retention: TEN_YEARS,
  personal: [],
});

/** What became of a resolution; for the history, and no state of the store. */
export interface Resolution {
  readonly outcome: ResolutionOutcome;
  readonly operation: Envelope & { readonly payload: ExceptionResolved };
}

export const resolution = defineEvent<Resolution>({
  event: 'resolution',
  keptDays: 90,
  idsOf: ({ outcome, operation: { id, payload } }) => ({ operationId: id, exceptionId: payload.exceptionId, outcome }),
});
