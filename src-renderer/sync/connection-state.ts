import { createStore, type StoreApi } from 'zustand/vanilla';
import { isFinalRefusal } from '../../domain/protocol/protocol.ts';
import type { SendTrouble, SyncState } from '../kit/register-services.ts';
import { StorageFailed } from '../storage/storage-error.ts';
import { ServerRefused, ServerUnreachable } from '../base/http-client.ts';

/** How the register stands with its server; the outbox and the pull report to it, screens read it. */
export interface ConnectionState {
  readonly state: StoreApi<SyncState>;
  /** Server time minus device time in milliseconds at the last contact; null before the first (rule J8). */
  clockOffsetMs(): number | null;
  succeeded(serverTime: string): void;
  failed(error: unknown): void;
  /** Operations got through. */
  sent(serverTime: string): void;
  /** Operations did not get through. Whether the server can be asked at all, only a pull tells. */
  sendingFailed(error: unknown): void;
  /** Whether the server will not have this register any more, so that there is no use in trying. */
  isRefused(): boolean;
  /** A person asked to try again, even after a refusal; but not after the one that this register runs twice (rule J7). */
  retry(): void;
  /** This register runs on two machines: it stops, whatever anybody says later, until {@link resume}. */
  stopAsCloned(): void;
  /** It runs once after all. */
  resume(): void;
}

function sendTrouble(error: unknown, since: number): SendTrouble {
  const status = error instanceof ServerRefused || error instanceof ServerUnreachable ? error.status : null;
  const timedOut = error instanceof ServerUnreachable && error.timedOut;
  const notSigned = error instanceof ServerRefused && (error.code === 'signature_missing' || error.code === 'signature_wrong');
  const reason = notSigned
    ? 'not_signed'
    : status === 413
      ? 'too_large'
      : timedOut
        ? 'too_slow'
        : status === null
          ? 'no_answer'
          : status >= 500
            ? 'failed'
            : 'refused';
  return { reason, status, since };
}

/** @param now epoch milliseconds. @param lastContactAt of an earlier start, epoch milliseconds; null for none. */
export function createConnectionState(now: () => number, lastContactAt: number | null): ConnectionState {
  const state = createStore<SyncState>(() => ({
    connection: { status: 'connecting' },
    lastContactAt,
    replicaCompleteAt: null,
    sendTrouble: null,
    pending: 0,
    lastSeq: 0,
    journal: 'whole',
    disk: 'fine',
    clock: null,
    renewing: false,
    forkHandedOver: false,
  }));
  let offset: number | null = null;
  function isCloned(): boolean {
    const { connection } = state.getState();
    return connection.status === 'refused' && connection.code === 'register_cloned';
  }

  function succeeded(serverTime: string): void {
    const at = now();
    offset = Math.round(Date.parse(serverTime) - at);
    const { connection } = state.getState();
    state.setState({
      lastContactAt: at,
      connection: connection.status === 'refused' || connection.status === 'online' ? connection : { status: 'online', since: at },
    });
  }

  function failed(error: unknown): void {
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
  }

  return {
    state,
    clockOffsetMs: () => offset,
    succeeded,
    failed,
    sent(serverTime) {
      if (state.getState().sendTrouble !== null) state.setState({ sendTrouble: null });
      succeeded(serverTime);
    },
    sendingFailed(error) {
      if (error instanceof ServerRefused && (isFinalRefusal(error.code) || error.code === 'server_too_old')) return failed(error);
      state.setState({ sendTrouble: sendTrouble(error, state.getState().sendTrouble?.since ?? now()) });
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
