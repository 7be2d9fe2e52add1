import type { z } from 'zod';
import { type ImportFaultCode, importFaultOf } from '../../domain/office/import-fault.ts';
import type { Fault } from './import-rows.ts';

type PlainCode = Extract<ImportFaultCode, 'empty' | 'too_large' | 'too_small' | 'other_form' | 'not_valid'>;

const CODE_OF: Partial<Record<z.core.$ZodIssue['code'], PlainCode>> = {
  too_big: 'too_large',
  too_small: 'too_small',
  invalid_format: 'other_form',
};

/** What a schema finds wrong with a column. @param issue as it was reported, with its input. */
export function schemaFault(column: string, issue: z.core.$ZodIssue | undefined): Fault {
  if (issue === undefined) return importFaultOf(column, 'not_valid', {});
  const isMissing = issue.code === 'invalid_type' && issue.input === undefined;
  return importFaultOf(column, isMissing ? 'empty' : (CODE_OF[issue.code] ?? 'not_valid'), {});
}
