import { sql } from 'kysely';
import { quarantinedOperationDocument } from '../../domain/quarantine/documents.ts';
import { JSON_INSTANT } from '../db/json-instant.ts';

/** Documents that are made of this room's tables when they are pulled. `t` is the row of `changes`. */
export const QUARANTINE_PROJECTIONS = [
  [
    quarantinedOperationDocument.kind,
    sql`(select json_build_object('operationId', coalesce(operation_id, ''), 'seq', seq, 'code', code,
      'facts', facts, 'at', to_char(at at time zone 'utc', ${JSON_INSTANT})) from quarantine where id = t.id::bigint)`,
  ],
] as const;
