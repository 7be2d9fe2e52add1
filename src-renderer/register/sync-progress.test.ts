import { describe, expect, it, vi } from 'vitest';
import { FIRST_PREV_HASH } from '../../domain/base/envelope.ts';
import type { JournalHealth } from '../base/journal-health.ts';
import { createConnectionState } from '../sync/connection-state.ts';
import { createSyncProgress } from './sync-progress.ts';

/** A register whose journal ends at `inJournal`, of which `counted` operations were counted so far. */
function start({ inJournal, counted = inJournal, health = 'whole' }: { inJournal: number; counted?: number; health?: JournalHealth }) {
  const link = createConnectionState(() => 0, null);
  link.state.setState({ journal: health });
  const onConfirmed = vi.fn<(seq: number) => void>();
  const onJournalBehind = vi.fn<(serverSeq: number) => void>();
  const tail = vi.fn(() => Promise.resolve({ seq: inJournal, hash: FIRST_PREV_HASH, receiptCount: 0 }));
  const progress = createSyncProgress({
    journal: { tail },
    replica: { completeAt: 7 },
    link,
    lastSeq: counted,
    confirmedSeq: 0,
    onConfirmed,
    onJournalBehind,
    onError: (error) => {
      throw error;
    },
  });
  return { progress, link, onConfirmed, onJournalBehind, tail };
}

describe('how far a register is', () => {
  it('is shown: what was recorded, what waits, and how old the replica is', () => {
    const { progress, link, onConfirmed } = start({ inJournal: 3 });
    progress.show();
    expect(link.state.getState()).toMatchObject({ lastSeq: 3, pending: 3, replicaCompleteAt: 7 });
    progress.recorded(4);
    expect(link.state.getState()).toMatchObject({ lastSeq: 4, pending: 4 });
    progress.confirmed(3);
    expect(link.state.getState()).toMatchObject({ lastSeq: 4, pending: 1 });
    expect([progress.lastSeq(), progress.confirmedSeq()]).toEqual([4, 3]);
    expect(onConfirmed.mock.calls).toEqual([[3]]);
  });

  it('never shows less than nothing waiting', () => {
    const { progress, link } = start({ inJournal: 1, health: 'lost' });
    progress.confirmed(5);
    expect(link.state.getState()).toMatchObject({ lastSeq: 1, pending: 0 });
  });
});

describe('[J7] a server that has more than was recorded here', () => {
  it('stops the recording, once', async () => {
    const { progress, link, onJournalBehind, tail } = start({ inJournal: 3 });
    progress.confirmed(4);
    await vi.waitFor(() => expect(link.state.getState().journal).toBe('needs_server'));
    progress.confirmed(5);
    expect(tail).toHaveBeenCalledTimes(1);
    expect(onJournalBehind.mock.calls).toEqual([[4]]);
  });

  it('is nothing to stop for while the journal has it and it is only not counted yet', async () => {
    const { progress, link, onJournalBehind, tail } = start({ inJournal: 4, counted: 3 });
    progress.confirmed(4);
    await tail.mock.results[0]?.value;
    await Promise.resolve();
    expect(link.state.getState().journal).toBe('whole');
    expect(onJournalBehind).not.toHaveBeenCalled();
  });

  it('is nothing new for a journal that is lost', () => {
    const { progress, tail } = start({ inJournal: 3, health: 'lost' });
    progress.confirmed(4);
    expect(tail).not.toHaveBeenCalled();
  });
});
