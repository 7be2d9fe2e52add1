import { setTimeout as pause } from 'node:timers/promises';
import { outcomeOfSend, readRetryAfter } from '../../domain/webhooks/next-attempt.ts';
import { signWebhook } from '../../domain/webhooks/signature.ts';
import type { Db } from '../db/database.ts';
import { type Poster, PostFailed } from '../outbound/poster.ts';
import {
  type EndedDelivery,
  type Receiver,
  readReceivers,
  settleDeliveries,
  takeDeliveries,
  type TakenDelivery,
} from './take-deliveries.ts';

/** For so long (milliseconds) a message is its server's. A receiver has less time to answer. */
const LEASE_MS = 60_000;
/** So many messages travel at once to one address, so that a slow one holds up no other, and to all. */
const AT_ONCE = 16;
const AT_ONCE_IN_ALL = 64;

export interface WebhooksOptions {
  readonly poster: Poster;
  /** Milliseconds from one look for messages to the next, while none is on its way. */
  readonly everyMs: number;
  /** An address was turned off: it said that it is gone, or nothing got through for days. */
  readonly onOff: (webhookId: string) => void;
  /** Messages could not be looked for. The next look tries again. */
  readonly onError: (error: unknown) => void;
}

/** Sends one message, signed. */
async function send(poster: Poster, { url, secrets }: Receiver, taken: TakenDelivery): Promise<EndedDelivery> {
  const { id, webhookId, messageId, event, ids, at, attempts } = taken;
  const body = JSON.stringify({ type: event, timestamp: at.toISOString(), data: ids });
  const startedAt = Date.now();
  const timestamp = Math.floor(startedAt / 1000);
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'Outpost',
    'webhook-id': messageId,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': signWebhook({ id: messageId, timestamp, body }, secrets),
  };
  const ended = { id, webhookId, attempts };
  try {
    const { status, retryAfter, beginning } = await poster.post({ url, headers, body });
    const now = Date.now();
    const outcome = outcomeOfSend(status, attempts, readRetryAfter(retryAfter, now), Math.random());
    return { ...ended, outcome, status, milliseconds: now - startedAt, error: null, answer: beginning };
  } catch (error) {
    const code = error instanceof PostFailed ? error.code : 'unexpected';
    const outcome = outcomeOfSend(null, attempts, null, Math.random());
    return { ...ended, outcome, status: null, milliseconds: Date.now() - startedAt, error: code, answer: null };
  }
}

/**
 * Starts to send the messages that wait (rule E1): several at once, none of them in another's way. A message may be sent twice, always with
 * the same id; none is lost.
 * @returns a function that stops it. What is on its way then is sent again later.
 */
export function startWebhooks(db: Db, { poster, everyMs, onOff, onError }: WebhooksOptions): () => Promise<void> {
  const stopped = new AbortController();
  const onTheirWay = new Map<string, number>();
  let ended: EndedDelivery[] = [];
  let wake = (): void => undefined;

  async function launch(receiver: Receiver, taken: TakenDelivery): Promise<void> {
    onTheirWay.set(receiver.id, (onTheirWay.get(receiver.id) ?? 0) + 1);
    const one = await send(poster, receiver, taken);
    onTheirWay.set(receiver.id, (onTheirWay.get(receiver.id) ?? 1) - 1);
    // What the end of this server cut off says nothing about the receiver.
    if (!stopped.signal.aborted || one.status !== null) ended.push(one);
    wake();
  }

  async function settle(): Promise<number> {
    if (ended.length === 0) return 0;
    const now = ended;
    ended = [];
    try {
      (await settleDeliveries(db, now)).forEach(onOff);
    } catch (error) {
      ended = [...now, ...ended];
      throw error;
    }
    return now.length;
  }

  async function take(): Promise<number> {
    let left = AT_ONCE_IN_ALL - [...onTheirWay.values()].reduce((sum, one) => sum + one, 0);
    if (left === 0) return 0;
    const receivers = new Map((await readReceivers(db)).map((one) => [one.id, one]));
    const room = [...receivers.keys()].flatMap((id) => {
      const free = Math.min(left, AT_ONCE - (onTheirWay.get(id) ?? 0));
      left -= free;
      return free > 0 ? [{ id, room: free }] : [];
    });
    const taken = room.length === 0 ? [] : await takeDeliveries(db, room, LEASE_MS);
    for (const one of taken) {
      const receiver = receivers.get(one.webhookId);
      if (receiver !== undefined) void launch(receiver, one);
    }
    return taken.length;
  }

  async function keepSending(): Promise<void> {
    while (!stopped.signal.aborted) {
      const woken = new Promise<void>((resolve) => {
        wake = resolve;
      });
      const moved = await Promise.resolve()
        .then(async () => (await settle()) + (await take()))
        .catch((error: unknown) => (onError(error), 0));
      if (moved === 0)
        await Promise.race([woken, pause(everyMs, undefined, { ref: false, signal: stopped.signal }).catch(() => undefined)]);
    }
    await settle().catch(onError);
  }

  const sending = keepSending();
  return async () => {
    stopped.abort();
    poster.close();
    await sending;
  };
}
