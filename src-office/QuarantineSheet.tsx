import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { QuarantineDetail } from '../domain/office/office-protocol.ts';
import { formatMoment } from '../texts/say/format-time.ts';
import { IconArrowLeft } from '../src-renderer/kit/icons.ts';
import { Notice } from '../src-renderer/kit/Notice.tsx';
import { codeWords, reasonDetail, reasonSentence, wholeReason } from '../src-renderer/kit/reason-words.ts';
import { OperationView } from '../src-renderer/kit/OperationView.tsx';
import columns from '../src-renderer/kit/exceptions/Exceptions.module.css';
import { useOffice } from './base/office-context.tsx';
import styles from './base/Office.module.css';
import { words } from '../texts/words/words.ts';

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
    <article className={columns.sheet} aria-label={words('office.heldNumber', { id: String(id) })}>
      <Button className={columns.back ?? ''} variant="default" leftSection={<IconArrowLeft aria-hidden size={20} />} onClick={onClose}>
        {words('office.allHeld')}
      </Button>
      {trouble !== null && <Notice tone="bad">{trouble}</Notice>}
      {detail === null && trouble === null && <p>{words('kit.oneMoment')}</p>}
      {detail !== null && (
        <>
          <header>
            <h2 className={columns.name}>{reasonSentence(detail)}</h2>
            {reasonDetail(detail) !== null && <p>{reasonDetail(detail)}</p>}
            <p className={columns.meaning}>
              {words('office.reason', { code: codeWords(detail.code), moment: formatMoment(detail.at, timezone) })}
            </p>
          </header>
          {detail.appliedAt === null ? (
            <div className={styles.replay}>
              <span>{words('office.replayText')}</span>
              <Button disabled={busy} onClick={onReplay}>
                {words('office.replayThis')}
              </Button>
            </div>
          ) : (
            <Notice tone="good">{words('office.replayed', { moment: formatMoment(detail.appliedAt, timezone) })}</Notice>
          )}
          {detail.replays.length > 0 && (
            <section className={styles.history} aria-label={words('office.tried')}>
              <h3>{words('office.tried')}</h3>
              <ol>
                {detail.replays.map((replay) => (
                  <li key={replay.at} data-outcome={replay.outcome === 'applied' ? 'counted' : 'late'}>
                    <strong>
                      {replay.outcome === 'applied'
                        ? words('office.hadEffect')
                        : wholeReason({ code: replay.code ?? '', facts: replay.facts ?? {} })}
                    </strong>
                    <span className={styles.quiet}>
                      {words('office.whoWhen', { who: replay.askedBy, moment: formatMoment(replay.at, timezone) })}
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
