import type { ColumnType } from 'kysely';

/** A jsonb column: read as its value, written as JSON text (an array given as such would become an SQL array). */
export type Json<T> = ColumnType<T, string, string>;
/** A jsonb column that may be null. */
export type JsonOrNull<T> = ColumnType<T | null, string | null | undefined, string | null>;
/** A timestamptz column: read as a Date, written as a Date or an ISO 8601 text. */
export type Instant = ColumnType<Date, Date | string, Date | string>;
export type InstantOrNull = ColumnType<Date | null, Date | string | null | undefined, Date | string | null>;
/** A timestamptz column that is the time of writing unless it is given. */
export type InstantNow = ColumnType<Date, Date | string | undefined, Date | string>;
