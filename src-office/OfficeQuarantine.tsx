import { Button, Checkbox, NativeSelect } from '@mantine/core';
import { useCallback, useState } from 'react';
import type { QuarantineQuery, ReplayResult } from '../domain/office/office-protocol.ts';
import { dateInZone } from '../domain/base/zoned-date.ts';
import { operationWords } from '../domain/registry/operation-words.ts';
import { formatMoment } from '../src-renderer/kit/format-time.ts';
import rows from '../src-renderer/kit/ListAndDetail.module.css';
import { Empty } from '../src-renderer/kit/Notice.tsx';
import { saveFile } from '../src-renderer/kit/save-file.ts';
import looks from '../src-renderer/kit/exceptions/Exceptions.module.css';
import { useOffice } from './office-context.tsx';
import styles from './Office.module.css';
import { PagedList, type Said } from './PagedList.tsx';
import { QuarantineSheet } from './QuarantineSheet.tsx';
import { replaySentence } from './replay-sentence.ts';
import { StoreFilter } from './StoreFilter.tsx';
import { usePaged } from './use-paged.ts';

const LOOK_AGAIN_MS = 10_000;
const STATES = [
  { value: 'waiting', label: 'Waiting' },
  { value: 'applied', label: 'Replayed' },
  { value: 'all', label: 'All' },
];

/** What could not be applied in all stores: inspect it, export it, and replay it after a fix (rule J6). */
export function OfficeQuarantine() {
  const { client, overview, explain, refresh } = useOffice();
  const [state, setState] = useState<QuarantineQuery['state']>('waiting');
  const [store, setStore] = useState('');
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [openId, setOpenId] = useState<number | null>(null);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);
  const query = useCallback(() => ({ state, ...(store === '' ? {} : { store }) }), [state, store]);
  const load = useCallback(
    (after?: string) => client.quarantine({ ...query(), ...(after === undefined ? {} : { after }) }),
    [client, query],
  );
  const list = usePaged(load, explain, LOOK_AGAIN_MS);
  const items = list.items ?? [];
  const selected = items.filter((item) => chosen.has(item.id)).map((item) => item.id);

  function choose(id: number, on: boolean): void {
    setChosen((before) => new Set(on ? [...before, id] : [...before].filter((one) => one !== id)));
  }

  async function run(task: () => Promise<void>): Promise<void> {
    setBusy(true);
    setSaid(null);
    try {
      await task();
    } catch (error) {
      setSaid({ tone: 'bad', text: explain(error) });
    } finally {
      setBusy(false);
    }
  }

  const replay = (ids: readonly number[]) =>
    run(async () => {
      const results: ReplayResult[] = await client.replay(ids);
      setSaid(replaySentence(results));
      setChosen(new Set());
      list.reload();
      refresh();
    });
  const download = () =>
    run(async () => saveFile(`quarantine-${dateInZone(new Date(), 'UTC')}.json`, await client.exportQuarantine(query(), selected)));
  const timezoneOf = (storeId: string | null) => overview.stores.find((one) => one.id === storeId)?.timezone ?? 'UTC';

  return (
    <>
      <div className={styles.head}>
        <h1 className={styles.title}>Quarantine</h1>
        <div className={styles.filters}>
          <NativeSelect
            label="Show"
            size="md"
            value={state}
            onChange={(event) => (setState(event.currentTarget.value as QuarantineQuery['state']), setOpenId(null))}
            data={STATES}
          />
          <StoreFilter value={store} onChange={(id) => (setStore(id), setOpenId(null))} />
          <Button variant="default" disabled={busy || items.length === 0} onClick={() => void download()}>
            {selected.length === 0 ? 'Export all' : `Export ${selected.length}`}
          </Button>
          <Button disabled={busy || selected.length === 0} onClick={() => void replay(selected)}>
            {selected.length === 0 ? 'Replay' : `Replay ${selected.length}`}
          </Button>
        </div>
      </div>
      <PagedList
        paged={list}
        said={said}
        empty={
          <Empty title={state === 'waiting' ? 'Nothing is in quarantine' : 'Nothing to show'}>
            {state === 'waiting' && 'Everything that registers recorded has had its effect.'}
          </Empty>
        }
        choose="Choose an operation"
        list={
          <>
            <Checkbox
              label="Choose all that are shown"
              checked={selected.length === items.length}
              indeterminate={selected.length > 0 && selected.length < items.length}
              onChange={(event) => setChosen(new Set(event.currentTarget.checked ? items.map((item) => item.id) : []))}
            />
            <ul className={rows.rows} aria-label="In quarantine">
              {items.map((item) => (
                <li key={item.id} className={styles.held}>
                  <Checkbox
                    aria-label={`Choose number ${item.id}`}
                    checked={chosen.has(item.id)}
                    onChange={(event) => choose(item.id, event.currentTarget.checked)}
                  />
                  <button type="button" className={looks.row} aria-current={item.id === openId} onClick={() => setOpenId(item.id)}>
                    <strong>{item.message}</strong>
                    <span className={looks.rowFacts}>
                      <span>
                        {item.type === null ? 'Not readable' : operationWords(item.type)}
                        {` · ${item.storeName ?? 'unknown store'}, register ${item.registerPrefix ?? item.registerId}`}
                        {item.seq !== null && `, operation ${item.seq}`}
                      </span>
                      <span className={looks.quiet}>{formatMoment(item.at, timezoneOf(item.storeId))}</span>
                    </span>
                  </button>
                </li>
              ))}
            </ul>
          </>
        }
        detail={
          openId === null ? null : (
            <QuarantineSheet
              key={`${openId} ${items.find((item) => item.id === openId)?.tries ?? 0}`}
              id={openId}
              busy={busy}
              onReplay={() => void replay([openId])}
              onClose={() => setOpenId(null)}
            />
          )
        }
      />
    </>
  );
}
