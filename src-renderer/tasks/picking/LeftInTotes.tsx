import { Button } from '@mantine/core';
import { useState } from 'react';
import { toteDocument } from '../../../domain/fulfillment/documents.ts';
import { emptyTote, isLeftOver } from '../../../domain/fulfillment/empty-tote.ts';
import { useCurrent, useReader, useView } from '../../kit/register-context.tsx';
import styles from './Picking.module.css';
import { Saying } from './Saying.tsx';
import { contentOf } from './tote-words.ts';
import { useSteps } from './use-steps.ts';
import { words } from '../../../texts/words/words.ts';

/** Totes with goods that no order waits for any more: somebody has to put them back before the tote is used again. */
export function LeftInTotes() {
  const totes = useCurrent(toteDocument);
  const reader = useReader();
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const steps = useSteps();
  const [asked, ask] = useState<string | null>(null);
  const left = [...totes.values()].filter((tote) => isLeftOver(reader, tote));
  if (left.length === 0) return <Saying steps={steps} />;

  function empty(storeId: string, code: string): void {
    ask(null);
    void steps.take([(context) => emptyTote(context.reader, storeId, code)], words('picking.isEmptied', { code }));
  }

  return (
    <section aria-label={words('picking.leftInTotes')} className={styles.putBack}>
      <Saying steps={steps} />
      <ul className={styles.rows}>
        {left.map((tote) => (
          <li key={tote.id} className={styles.row}>
            <span className={styles.grow}>{words('picking.leftIn', { ...contentOf(tote, timezone) })}</span>
            {asked === tote.id ? (
              <>
                <Button variant="default" onClick={() => ask(null)}>
                  {words('kit.goBack')}
                </Button>
                <Button loading={steps.busy} onClick={() => empty(tote.storeId, tote.code)}>
                  {words('picking.emptyTote')}
                </Button>
              </>
            ) : (
              <Button variant="default" aria-label={words('picking.emptyOf', { code: tote.code })} onClick={() => ask(tote.id)}>
                {words('picking.empty')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
