import type { Generated, GeneratedAlways } from 'kysely';
import type { EventIds } from '../../domain/base/effect.ts';
import type { InstantNow, Json } from './columns.ts';

/** The number of the newest event: one row. */
interface EventHeadTable {
  only_one: Generated<boolean>;
  seq: number;
}

interface EventsTable {
  seq: number;
  event: string;
  ids: Json<EventIds>;
  at: InstantNow;
}

/** The kinds of job that each kind of event makes. */
interface EventSubscriptionsTable {
  event: string;
  job: string;
}

interface JobsTable {
  id: GeneratedAlways<number>;
  kind: string;
  /** No two jobs of a kind wait with the same key. */
  key: string;
  payload: Json<unknown>;
  /** `dead`: it was tried as often as it may be. */
  state: Generated<'waiting' | 'running' | 'dead'>;
  /** When it is due; of a running one, when its server is taken to be gone. Of a dead one, when it was given up. */
  run_at: InstantNow;
  attempts: Generated<number>;
  /** The code of what went wrong last. */
  error: string | null;
}

/** What the server keeps of events, and of what is to be done in the background. */
export interface BackgroundTables {
  event_head: EventHeadTable;
  events: EventsTable;
  event_subscriptions: EventSubscriptionsTable;
  jobs: JobsTable;
}
