import { Button } from '@mantine/core';
import { useCallback } from 'react';
import type { FailedJob } from '../../domain/office/job-protocol.ts';
import { formatMoment } from '../../texts/say/format-time.ts';
import { Empty, Notice } from '../../src-renderer/kit/Notice.tsx';
import { words } from '../../texts/words/words.ts';
import { useOffice } from '../base/office-context.tsx';
import styles from '../base/Office.module.css';
import { usePaged } from '../../src-renderer/kit/use-paged.ts';
import { TwoSteps } from '../base/TwoSteps.tsx';
import { useTask } from '../base/use-task.ts';
import { doneWords, jobErrorWords, jobWords } from './job-words.ts';

const LOOK_AGAIN_MS = 10_000;
type Action = 'retry' | 'discard';

/** Jobs in the background that were given up: try them again after the cause is mended, or discard them (rule E1). */
export function FailedJobsPage() {
  const { client, explain, refresh } = useOffice();
  const load = useCallback((after?: string) => client.failedJobs(after === undefined ? {} : { after }), [client]);
  const list = usePaged(load, explain, LOOK_AGAIN_MS);
  const { busy, said, run } = useTask();

  function act(action: Action, ids: readonly number[]): void {
    void run(async () => {
      const done = await (action === 'retry' ? client.retryJobs(ids) : client.discardJobs(ids));
      list.reload();
      refresh();
      return { tone: done.length === ids.length ? 'good' : 'warn', text: doneWords(action, ids.length, done.length) };
    });
  }

  const shown = list.items ?? [];
  return (
    <>
      <div className={styles.head}>
        <h1 className={styles.title}>{words('jobs.title')}</h1>
        {shown.length > 1 && (
          <Button
            disabled={busy}
            onClick={() =>
              act(
                'retry',
                shown.map(({ id }) => id),
              )
            }
          >
            {words('jobs.retryShown')}
          </Button>
        )}
      </div>
      <p className={styles.quiet}>{words('jobs.what')}</p>
      {list.trouble !== null && <Notice tone="bad">{list.trouble}</Notice>}
      {said !== null && <Notice tone={said.tone}>{said.text}</Notice>}
      {list.items?.length === 0 && <Empty title={words('jobs.none')}>{words('jobs.noneText')}</Empty>}
      <ul className={styles.handOffs} aria-label={words('jobs.list')}>
        {shown.map((job) => (
          <FailedJobRow key={job.id} job={job} busy={busy} onAct={(action) => act(action, [job.id])} />
        ))}
      </ul>
      {list.hasMore && (
        <Button variant="default" onClick={list.more}>
          {words('jobs.more')}
        </Button>
      )}
    </>
  );
}

interface FailedJobRowProps {
  readonly job: FailedJob;
  readonly busy: boolean;
  readonly onAct: (action: Action) => void;
}

function FailedJobRow({ job, busy, onAct }: FailedJobRowProps) {
  const { overview } = useOffice();
  const name = words('jobs.name', { kind: jobWords(job.kind), id: String(job.id) });
  return (
    <li className={styles.handOff}>
      <div>
        <strong>{name}</strong>
        <div>{jobErrorWords(job.error)}</div>
        <div className={styles.quiet}>
          {words('jobs.givenUp', { when: formatMoment(job.at, overview.stores[0]?.timezone ?? 'UTC') })} ·{' '}
          <code>{JSON.stringify(job.payload)}</code>
        </div>
      </div>
      <div className={styles.handOffSteps}>
        <Button variant="default" disabled={busy} aria-label={words('jobs.retryOne', { name })} onClick={() => onAct('retry')}>
          {words('jobs.retry')}
        </Button>
        <TwoSteps
          label={words('jobs.discard')}
          labelOne={words('jobs.discardOne', { name })}
          confirm={words('jobs.discardForGood')}
          confirmOne={words('jobs.discardForGoodOne', { name })}
          busy={busy}
          onDone={() => onAct('discard')}
        />
      </div>
    </li>
  );
}
