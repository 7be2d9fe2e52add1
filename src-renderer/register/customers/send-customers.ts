import { MOST_CHANGES } from '../../../domain/customers/customer-protocol.ts';
import { storeScope } from '../../../domain/base/scope.ts';
import { keepTrying, type Loop } from '../../base/keep-trying.ts';
import type { ServerClient } from '../../sync/server-client.ts';
import { isNotUnderstood, reportRefusals } from '../server-refusals.ts';
import type { CustomerOutbox, OutboxEntry } from './customer-outbox.ts';

export interface SendCustomersOptions {
  readonly outbox: CustomerOutbox;
  readonly client: Pick<ServerClient, 'saveCustomers'>;
  readonly storeId: string;
  /** The server has taken something: there is something to pull. */
  readonly onSent: () => void;
  readonly onError: (error: unknown) => void;
  readonly random: () => number;
}

const IDLE_MS = 60_000;

const isUnsent = ({ reached, isRefused }: OutboxEntry): boolean => reached === null && !isRefused;

/** Sends what was said of customers here, until the server has it. Sent twice, it changes nothing. */
export function startSendingCustomers({ outbox, client, storeId, onSent, onError, random }: SendCustomersOptions): Loop {
  async function send(sent: readonly OutboxEntry[]): Promise<void> {
    const { reached, erased } = await client.saveCustomers(sent.map(({ change }) => change));
    const at = reached[storeScope(storeId)] ?? 0;
    await outbox.update((entries) =>
      entries
        // Nothing that was said of somebody who was erased is kept.
        .filter(({ change }) => !erased.includes(change.customerId))
        .map((one) => (sent.includes(one) ? { ...one, reached: at } : one)),
    );
    onSent();
  }

  return keepTrying({
    idleMs: IDLE_MS,
    random,
    onError: reportRefusals(onError),
    async round() {
      const unsent = outbox.entries.filter(isUnsent).slice(0, MOST_CHANGES);
      if (unsent.length === 0) return 'wait';
      try {
        await send(unsent);
      } catch (error) {
        if (!isNotUnderstood(error)) throw error;
        // One that is not understood must not hold up the others (rule J6): it is looked for.
        for (const one of unsent) await sendAlone(one);
      }
      return 'again';
    },
  });

  async function sendAlone(one: OutboxEntry): Promise<void> {
    try {
      await send([one]);
    } catch (error) {
      if (!isNotUnderstood(error)) throw error;
      onError(error);
      await outbox.update((entries) => entries.map((kept) => (kept === one ? { ...kept, isRefused: true } : kept)));
    }
  }
}
