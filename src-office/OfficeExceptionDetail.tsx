import type { ChoiceMade } from '../domain/exceptions/resolution.ts';
import { doubtLimits } from '../domain/doubts/settings.ts';
import { Button } from '@mantine/core';
import { useRef, useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import { exceptionName } from '../src-renderer/kit/exceptions/exception-words.ts';
import type { OfficeException, OfficeOverview } from '../domain/office/office-protocol.ts';
import { formatMoment } from '../texts/say/format-time.ts';
import { IconArrowLeft } from '../src-renderer/kit/icons.ts';
import { Notice } from '../src-renderer/kit/Notice.tsx';
import { ExceptionFacts } from '../src-renderer/kit/exceptions/ExceptionFacts.tsx';
import columns from '../src-renderer/kit/exceptions/Exceptions.module.css';
import { ResolveForm } from '../src-renderer/kit/exceptions/ResolveForm.tsx';
import { useOffice } from './base/office-context.tsx';
import { ResolutionHistory } from './ResolutionHistory.tsx';
import { words } from '../texts/words/words.ts';

export interface OfficeExceptionDetailProps {
  readonly item: OfficeException;
  readonly store: OfficeOverview['stores'][number] | undefined;
  readonly onClose: () => void;
  readonly onResolved: (sentence: string) => void;
}

/** One exception of a store: what it is about, its choices while it is open, and what was decided. */
export function OfficeExceptionDetail({ item, store, onClose, onResolved }: OfficeExceptionDetailProps) {
  const { client, explain } = useOffice();
  const { exception, goods, resolutions } = item;
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);
  // One id for one decision, however often it is sent; another decision gets another.
  const decision = useRef<{ readonly made: string; readonly operationId: string } | null>(null);
  const timezone = store?.timezone ?? 'UTC';

  async function resolve(made: ChoiceMade): Promise<void> {
    const text = JSON.stringify(made);
    if (decision.current?.made !== text) decision.current = { made: text, operationId: uuidv7() };
    setBusy(true);
    setTrouble(null);
    try {
      const { operationId } = decision.current;
      await client.resolve({
        operationId,
        exceptionId: exception.id,
        choice: made.choice,
        sku: made.sku === '' ? null : made.sku,
        quantity: made.quantity,
        note: made.note,
      });
      onResolved(words('office.resolvedTold', { subject: exception.subject }));
    } catch (error) {
      setTrouble(explain(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <article className={columns.sheet} aria-label={exceptionName(exception.kind)}>
      <Button className={columns.back ?? ''} variant="default" leftSection={<IconArrowLeft aria-hidden size={20} />} onClick={onClose}>
        {words('exceptions.all')}
      </Button>
      <ExceptionFacts
        exception={exception}
        goods={goods}
        facts={[
          [words('office.store'), store?.name ?? exception.storeId],
          [words('exceptions.opened'), formatMoment(exception.openedAt, timezone)],
        ]}
      />
      {trouble !== null && <Notice tone="bad">{trouble}</Notice>}
      {exception.resolved === null && (
        <ResolveForm
          exception={exception}
          goods={goods}
          limits={store ?? doubtLimits.standard}
          find={null}
          busy={busy}
          onResolve={(made) => void resolve(made)}
        />
      )}
      {resolutions.length > 0 && <ResolutionHistory kind={exception.kind} resolutions={resolutions} timezone={timezone} />}
    </article>
  );
}
