import { useRef } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { OfficeOverview } from '../domain/office/office-protocol.ts';
import { pauseReasonWords } from '../src-renderer/kit/capacity-words.ts';
import { Notice } from '../src-renderer/kit/Notice.tsx';
import { formatMoment } from '../texts/say/format-time.ts';
import { words } from '../texts/words/words.ts';
import { grants } from '../domain/access/scopes.ts';
import { useOffice } from './base/office-context.tsx';
import styles from './base/Office.module.css';
import { TwoSteps } from './base/TwoSteps.tsx';
import { useTask } from './base/use-task.ts';

type Store = OfficeOverview['stores'][number];

/** What a store takes, in words. */
function standing({ paused, ordersADay, timezone }: Store): string {
  if (paused !== null) {
    return words('capacity.isPaused', { until: formatMoment(paused.until, timezone), reason: pauseReasonWords()[paused.reason] });
  }
  return ordersADay === null ? words('capacity.office.takes') : words('capacity.limit', { count: ordersADay });
}

/** Which stores take orders to ship, and how many; the head office can end a pause. */
export function OnlineOrdersPage() {
  const { client, overview, refresh } = useOffice();
  const { busy, said, run } = useTask();
  // One id for one store's pause, however often it is sent.
  const asked = useRef(new Map<string, string>());
  const mayResume = grants(overview.scopes, 'office');
  const stores = [...overview.stores].sort((a, b) => Number(b.paused !== null) - Number(a.paused !== null));

  function resume({ id, name, paused }: Store): void {
    const key = `${id} ${paused?.at ?? ''}`;
    const operationId = asked.current.get(key) ?? uuidv7();
    asked.current.set(key, operationId);
    void run(async () => {
      await client.resumeStore(id, { operationId });
      refresh();
      return { tone: 'good', text: words('capacity.office.resumed', { store: name }) };
    });
  }

  return (
    <>
      <div className={styles.head}>
        <h1 className={styles.title}>{words('capacity.office.title')}</h1>
      </div>
      <p className={styles.quiet}>{words('capacity.office.text')}</p>
      {said !== null && <Notice tone={said.tone}>{said.text}</Notice>}
      <ul className={styles.handOffs} aria-label={words('capacity.office.title')}>
        {stores.map((store) => (
          <li key={store.id} className={styles.handOff} aria-label={store.name}>
            <div>
              <strong>{store.name}</strong>
              <div className={styles.quiet}>{standing(store)}</div>
            </div>
            {store.paused !== null && mayResume && (
              <div className={styles.handOffSteps}>
                <TwoSteps
                  label={words('capacity.office.resume')}
                  confirm={words('capacity.office.sure')}
                  labelOne={`${words('capacity.office.resume')}: ${store.name}`}
                  confirmOne={`${words('capacity.office.sure')}: ${store.name}`}
                  busy={busy}
                  plain
                  onDone={() => resume(store)}
                />
              </div>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
