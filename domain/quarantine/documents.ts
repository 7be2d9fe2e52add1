import { z } from 'zod';
import { defineDocument } from '../base/define-document.ts';
import { instant } from '../base/envelope.ts';
import { CURRENT_THEN_TEN_YEARS } from '../base/retention.ts';
import { text } from '../base/text.ts';
import { reasonFacts, reasonText } from './reason.ts';

/** An operation the server could not apply, kept for a person to look at (rule J6). */
export const quarantinedOperation = z.strictObject({
  operationId: text,
  seq: z.number().int().nullable(),
  code: text,
  facts: reasonFacts,
  at: instant,
});

export type QuarantinedOperation = z.infer<typeof quarantinedOperation>;

export const quarantinedOperationDocument = defineDocument({
  kind: 'quarantined_operation',
  schema: quarantinedOperation,
  scope: 'register',
  stored: { in: 'projection' },
  held: 'memory',
  retention: CURRENT_THEN_TEN_YEARS,
  personal: [],
  // Version 1 of the protocol has a sentence instead.
  before: { version: 2, body: ({ facts, ...one }) => ({ ...one, message: reasonText({ code: one.code, facts }) }) },
  // What a replica holds of an older server has only the sentence.
  completed: withFacts,
});

function withFacts(one: QuarantinedOperation & { readonly message?: string }): QuarantinedOperation {
  const { message, ...rest } = one;
  return message === undefined ? one : { ...rest, facts: { told: message } };
}
