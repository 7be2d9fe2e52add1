import { isRecordable } from '../base/journal-health.ts';
import type { Journal } from '../journal/journal.ts';
import type { Replica } from '../replica/replica.ts';
import type { ConnectionState } from '../sync/connection-state.ts';

export interface SyncProgressOptions {
  readonly journal: Pick<Journal, 'tail'>;
  readonly replica: Pick<Replica, 'completeAt'>;
  readonly link: ConnectionState;
  /** The `seq` of the journal's last operation. */
  readonly lastSeq: number;
  /** The highest `seq` up to which the server is known to hold exactly this journal. */
  readonly confirmedSeq: number;
  readonly onConfirmed: ((seq: number) => void) | undefined;
  readonly onJournalBehind: ((serverSeq: number) => void) | undefined;
  readonly onError: (error: unknown) => void;
}

/** How far the journal has come, and how far the server has it. */
export interface SyncProgress {
  /** The `seq` of the last operation recorded here; 0 before the first. */
  lastSeq(): number;
  /** The highest `seq` that the server said it has. */
  confirmedSeq(): number;
  recorded(seq: number): void;
  /** The server has everything up to `seq`. Stops the recording when that is more than the journal has (rule J7). */
  confirmed(seq: number): void;
  /** Shows screens how far all is. */
  show(): void;
}

export function createSyncProgress(options: SyncProgressOptions): SyncProgress {
  const { journal, replica, link, onError } = options;
  let { lastSeq, confirmedSeq } = options;

  function show(): void {
    link.state.setState({ lastSeq, pending: Math.max(0, lastSeq - confirmedSeq), replicaCompleteAt: replica.completeAt });
  }

  async function compareWithJournal(serverSeq: number): Promise<void> {
    // An operation is in the journal a moment before it is counted here.
    const { seq } = await journal.tail();
    if (serverSeq <= seq || link.state.getState().journal === 'needs_server') return;
    // Whatever were recorded now would take a place that is taken (rule J7).
    link.state.setState({ journal: 'needs_server' });
    options.onJournalBehind?.(serverSeq);
  }

  return {
    lastSeq: () => lastSeq,
    confirmedSeq: () => confirmedSeq,
    recorded(seq) {
      lastSeq = seq;
      show();
    },
    confirmed(seq) {
      confirmedSeq = seq;
      show();
      options.onConfirmed?.(seq);
      // One that is lost ends before what the server has for good: starting again would not mend it.
      if (seq > lastSeq && isRecordable(link.state.getState().journal)) void compareWithJournal(seq).catch(onError);
    },
    show,
  };
}
