import { sql } from 'kysely';
import type { ActionPage, ActionQuery, LoggedAction } from '../../domain/access/access-protocol.ts';
import type { Db } from '../db/database.ts';
import { ID_LENGTH } from './key-id.ts';

type Row = Omit<LoggedAction, 'id' | 'by' | 'at'> & {
  readonly source: number;
  readonly number: string;
  readonly at: Date;
  /** As exact as the database keeps it: two rows of one millisecond must not be lost between two pages. */
  readonly at_text: string;
  readonly kind: LoggedAction['by']['kind'];
  readonly actor: string | null;
  readonly name: string;
};

interface Cursor {
  readonly at: string;
  readonly source: number;
  readonly number: string;
}

const CURSOR = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d+)?[+-]\d\d(?::?\d\d)?)\|([01])\|(\d{1,18})$/;

/** Where the page before ended; what is no such place means the first page. */
function readCursor(after: string | undefined): Cursor | null {
  const [, at, source, number] = CURSOR.exec(Buffer.from(after ?? '', 'base64url').toString('utf8')) ?? [];
  return at === undefined || number === undefined ? null : { at, source: Number(source), number };
}

/** What the head office did, the newest first: the log of actions and the history of settings as one list. */
export async function listActions(db: Db, { after, limit }: ActionQuery): Promise<ActionPage> {
  const cursor = readCursor(after);
  const older = (time: string, source: number) =>
    cursor === null
      ? sql`true`
      : sql`(${sql.ref(time)}, ${source}::int, id) < (${cursor.at}::timestamptz, ${cursor.source}::int, ${cursor.number}::bigint)`;
  const { rows } = await sql<Row>`
    select *, at::text as at_text, coalesce((select u.name from office_users u where u.id = subject),
        (select k.name from api_keys k where action like 'key.%' and left(k.key_hash, ${ID_LENGTH}::int) = subject limit 1),
        (select a.name from associates a where action like 'associate.%' and a.id = subject)
      ) as "subjectName" from (
      (select 0 as source, id::text as number, id, at, actor_kind as kind, actor_id as actor, actor_name as name, address, action, subject,
        before, after from office_actions where ${older('at', 0)} order by at desc, id desc limit ${limit + 1}::int)
      union all
      (select 1 as source, id::text as number, id, changed_at as at, actor_kind as kind, actor_id as actor, changed_by as name, address,
        'setting.change' as action, key || ' ' || level || ' ' || place_id as subject, before, after from setting_changes
        where ${older('changed_at', 1)} order by changed_at desc, id desc limit ${limit + 1}::int)
    ) as done order by at desc, source desc, id desc limit ${limit + 1}::int`.execute(db);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(({ source, number, at, kind, actor, name, address, action, subject, subjectName, before, after }) => ({
      id: `${source}-${number}`,
      at: at.toISOString(),
      by: { kind, id: actor, name },
      address,
      action,
      subject,
      subjectName,
      before,
      after,
    })),
    next:
      rows.length > limit && last !== undefined ? Buffer.from(`${last.at_text}|${last.source}|${last.number}`).toString('base64url') : null,
  };
}
