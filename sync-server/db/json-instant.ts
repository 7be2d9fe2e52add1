import { sql } from 'kysely';

/** The pattern of `to_char` for a moment in UTC, as JSON carries it. */
export const JSON_INSTANT = sql.lit('YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
