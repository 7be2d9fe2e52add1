import { createStore, type StoreApi } from 'zustand/vanilla';
import { isFinalRefusal } from '../../domain/wire/protocol.ts';
import type { SyncState } from '../app/register-services.ts';
import { StorageFailed } from '../register/storage-error.ts';
import { ServerRefused } from './server-client.ts';

/** How the register stands with its server; the outbox and the pull report to it, screens read it. */
export interface Link {
  readonly state: StoreApi<SyncState>;
  /** Server time minus device time in milliseconds at the last contact; null before the first (rule J8). */
  clockOffsetMs(): number | null;
  succeeded(serverTime: string): void;
  failed(error: unknown): void;
  /** Whether the server will not have this register any more, so that there is no use in trying. */
  isRefused(): boolean;
  /** A person asked to try again, even after a refusal; but not after the one that this register runs twice (rule J7). */
  retry(): void;
  /** This register runs on two machines: it stops, whatever anybody says later, until {@link resume}. */
  stopAsCloned(): void;
  /** It runs once after all. */
  resume(): void;
}

/** @param now epoch milliseconds. @param lastContactAt of an earlier start, epoch milliseconds; null for none. */
export function createLink(now: () => number, lastContactAt: number | null): Link {
  const state = createStore<SyncState>(() => ({
    connection: { status: 'connecting' },
    lastContactAt,
    replicaCompleteAt: null,
    pending: 0,
    lastSeq: 0,
    journal: 'whole',
    disk: 'fine',
    renewing: false,
    forkHandedOver: false,
  }));
  let offset: number | null = null;
  function isCloned(): boolean {
    const { connection } = state.getState();
    return connection.status === 'refused' && connection.code === 'register_cloned';
  }

  return {
    state,
    clockOffsetMs: () => offset,
    succeeded(serverTime) {
      const at = now();
      offset = Math.round(Date.parse(serverTime) - at);
      const { connection } = state.getState();
      state.setState({
        lastContactAt: at,
        connection: connection.status === 'refused' || connection.status === 'online' ? connection : { status: 'online', since: at },
      });
    },
    failed(error) {
      // The server was there; what failed was saving what it said.
      if (error instanceof StorageFailed || isCloned()) return;
      if (error instanceof ServerRefused && isFinalRefusal(error.code)) {
        state.setState({ connection: { status: 'refused', code: error.code } });
        return;
      }
      const { connection } = state.getState();
      const status = error instanceof ServerRefused && error.code === 'server_too_old' ? 'server_too_old' : 'offline';
      if (connection.status === status || connection.status === 'refused') return;
      state.setState({ connection: { status, since: now() } });
    },
    isRefused: () => state.getState().connection.status === 'refused',
    retry() {
      if (state.getState().connection.status !== 'online' && !isCloned()) state.setState({ connection: { status: 'connecting' } });
    },
    stopAsCloned: () => state.setState({ connection: { status: 'refused', code: 'register_cloned' } }),
    resume() {
      if (isCloned()) state.setState({ connection: { status: 'connecting' } });
    },
  };
}
