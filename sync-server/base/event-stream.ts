import type { Scope } from '../../domain/base/scope.ts';
import type { Checkpoint } from '../../domain/protocol/protocol.ts';

export interface Subscriber {
  readonly scopes: readonly Scope[];
  /** Called with how far each of its scopes has come: at once, and whenever one moves. */
  onMoved(heads: Checkpoint): void;
}

export interface EventStream {
  /** @returns a function that ends the subscription. */
  subscribe(subscriber: Subscriber): () => void;
  /** Something may have been written: the heads are read soon, once for all who poked. */
  poke(): void;
  close(): Promise<void>;
}
