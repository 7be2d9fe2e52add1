import type { Searchable } from '../catalog/prepare-search.ts';
import type { RegisterIdentity } from '../kit/register-services.ts';
import type { Journal } from '../journal/journal.ts';
import type { Replica } from '../replica/replica.ts';
import type { DeviceNotes } from '../storage/device-notes.ts';
import type { ConnectionState } from '../sync/connection-state.ts';
import type { ServerClient } from '../sync/server-client.ts';
import type { ForkWatch } from '../sync/watch-for-fork.ts';
import type { LiveView } from './live-view.ts';
import type { RegisterKey } from './register-key.ts';
import type { SyncProgress } from './sync-progress.ts';

/** What a running register is made of. */
export interface RegisterParts {
  readonly identity: RegisterIdentity;
  readonly journal: Journal;
  readonly replica: Replica;
  readonly view: LiveView;
  readonly notes: DeviceNotes;
  readonly client: ServerClient;
  readonly key: RegisterKey | null;
  readonly link: ConnectionState;
  readonly fork: ForkWatch;
  readonly progress: SyncProgress;
  /** Makes ready what a search of the catalog needs, in idle time. */
  readonly prepareSearch: (catalog: Searchable) => void;
  readonly onError: (error: unknown) => void;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly random: () => number;
}
