import { sql } from 'kysely';
import { lateResolutionDocument } from '../../domain/exceptions/documents.ts';
import { JSON_INSTANT } from '../db/json-instant.ts';

/** Documents that are made of this room's tables when they are pulled. `t` is the row of `changes`. */
export const EXCEPTION_PROJECTIONS = [
  [
    lateResolutionDocument.kind,
    sql`(select json_build_object('operationId', k.operation_id, 'exceptionId', k.exception_id, 'outcome', k.outcome,
      'choice', k.choice, 'at', to_char(k.at at time zone 'utc', ${JSON_INSTANT}), 'associateId', k.associate_id, 'exception', e.body)
      from exception_resolutions k left join exceptions e on e.id = k.exception_id where k.operation_id = t.id)`,
  ],
] as const;
