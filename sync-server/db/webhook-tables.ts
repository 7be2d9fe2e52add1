import type { Generated, GeneratedAlways } from 'kysely';
import type { EventIds } from '../../domain/base/effect.ts';
import type { WEBHOOK_OFF } from '../../domain/webhooks/webhook-protocol.ts';
import type { InstantNow, InstantOrNull, Json } from './columns.ts';

interface WebhooksTable {
  id: string;
  url: string;
  /** Kinds of event; none for all. */
  events: Json<readonly string[]>;
  /** It signs, so it is kept as it is. */
  secret: string;
  /** The one before signs too until then. */
  old_secret: string | null;
  old_secret_until: InstantOrNull;
  /** Null while it is on. */
  off_because: (typeof WEBHOOK_OFF)[number] | null;
  created_at: InstantNow;
  /** Since when nothing got through. */
  failing_since: InstantOrNull;
}

interface WebhookDeliveriesTable {
  id: GeneratedAlways<number>;
  webhook_id: string;
  /** The epoch and number of the event: the same at every attempt, and at a replay. */
  message_id: string;
  event: string;
  ids: Json<EventIds>;
  /** When it happened. */
  at: InstantNow;
  state: Generated<'waiting' | 'delivered' | 'given_up'>;
  /** When it is due; of one that is being sent, when its server is taken to be gone. */
  run_at: InstantNow;
  attempts: Generated<number>;
  sent_at: InstantOrNull;
  status: number | null;
  milliseconds: number | null;
  error: string | null;
  answer: string | null;
}

/** The tables of addresses that hear of events, and of what was sent to them. */
export interface WebhookTables {
  webhooks: WebhooksTable;
  webhook_deliveries: WebhookDeliveriesTable;
}
