import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { QuarantineDetail } from '../domain/office/office-protocol.ts';
import { formatMoment } from '../src-renderer/kit/format-time.ts';
import { IconArrowLeft } from '../src-renderer/kit/icons.ts';
import { Notice } from '../src-renderer/kit/Notice.tsx';
import { OperationView } from '../src-renderer/kit/OperationView.tsx';
import columns from '../src-renderer/kit/exceptions/Exceptions.module.css';
import { useOffice } from './base/office-context.tsx';
import styles from './base/Office.module.css';

export interface QuarantineSheetProps {
  readonly id: number;
  readonly busy: boolean;
  readonly onReplay: () => void;
  readonly onClose: () => void;
}

/** One operation in quarantine: why it is there, the whole of it, and what was tried. */
export function QuarantineSheet({ id, busy, onReplay, onClose }: QuarantineSheetProps) {
  const { client, explain, overview } = useOffice();
  const [detail, setDetail] = useState<QuarantineDetail | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  useEffect(() => {
    let wanted = true;
    client.quarantined(id).then(
      (found) => wanted && setDetail(found),
      (error: unknown) => wanted && setTrouble(explain(error)),
    );
    return () => {
      wanted = false;
    };
  }, [client, explain, id]);
  const timezone = overview.stores.find((one) => one.id === detail?.storeId)?.timezone ?? 'UTC';
  return (
    <article className={columns.sheet} aria-label={`Number ${id} in quarantine`}>
      <Button className={columns.back ?? ''} variant="default" leftSection={<IconArrowLeft aria-hidden size={20} />} onClick={onClose}>
        All of quarantine
      </Button>
      {trouble !== null && <Notice tone="bad">{trouble}</Notice>}
      {detail === null && trouble === null && <p>One moment.</p>}
      {detail !== null && (
        <>
          <header>
            <h2 className={columns.name}>{detail.message}</h2>
            <p className={columns.meaning}>
              Reason: {detail.code.replaceAll('_', ' ')} · came {formatMoment(detail.at, timezone)}
            </p>
          </header>
          {detail.appliedAt === null ? (
            <div className={styles.replay}>
              <span>A replay judges it again with what the server knows today. It has its effect once, or stays here.</span>
              <Button disabled={busy} onClick={onReplay}>
                Replay this one
              </Button>
            </div>
          ) : (
            <Notice tone="good">Replayed {formatMoment(detail.appliedAt, timezone)}; it has had its effect.</Notice>
          )}
          {detail.replays.length > 0 && (
            <section className={styles.history} aria-label="What was tried">
              <h3>What was tried</h3>
              <ol>
                {detail.replays.map((replay) => (
                  <li key={replay.at} data-outcome={replay.outcome === 'applied' ? 'counted' : 'late'}>
                    <strong>{replay.outcome === 'applied' ? 'It has had its effect' : replay.message}</strong>
                    <span className={styles.quiet}>
                      {replay.askedBy}, {formatMoment(replay.at, timezone)}
                    </span>
                  </li>
                ))}
              </ol>
            </section>
          )}
          <OperationView operation={detail.body} />
        </>
      )}
    </article>
  );
}
