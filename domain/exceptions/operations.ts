import { defineOperation } from '../base/define-operation.ts';
import { applyResolution } from './apply-resolution.ts';
import { exceptionDocument } from './documents.ts';
import { exceptionResolvedPayload } from './resolution.ts';

export const exceptionResolved = defineOperation({
  type: 'exception_resolved',
  since: 2,
  permission: 'exception.resolve',
  payload: exceptionResolvedPayload,
  reads: ({ payload }) => [exceptionDocument.key(payload.exceptionId)],
  apply: applyResolution,
  byHeadOffice: (payload) => payload.office !== null,
});

export const EXCEPTION_OPERATIONS = [exceptionResolved] as const;
