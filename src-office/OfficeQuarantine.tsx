import { Button, NativeSelect } from '@mantine/core';
import { useCallback, useState } from 'react';
import { dateInZone } from '../domain/base/zoned-date.ts';
import type { QuarantineQuery } from '../domain/office/office-protocol.ts';
import { Empty } from '../src-renderer/kit/Notice.tsx';
import { saveFile } from '../src-renderer/kit/save-file.ts';
import { useOffice } from './base/office-context.tsx';
import styles from './base/Office.module.css';
import { PagedList } from './base/PagedList.tsx';
import { exportWithReasons } from './export-with-reasons.ts';
import { QuarantineRows } from './QuarantineRows.tsx';
import { QuarantineSheet } from './QuarantineSheet.tsx';
import { replaySentence } from './replay-sentence.ts';
import { StoreFilter } from './base/StoreFilter.tsx';
import { usePaged } from '../src-renderer/kit/use-paged.ts';
import { useTask } from './base/use-task.ts';
import { words } from '../texts/words/words.ts';

const LOOK_AGAIN_MS = 10_000;
const STATES = ['waiting', 'applied', 'all'] as const;

type Shown = Pick<QuarantineQuery, 'state'> & { readonly store?: string };

/** What could not be applied in all stores: inspect it, export it, and replay it after a fix (rule J6). */
export function OfficeQuarantine() {
  const { client, explain, refresh } = useOffice();
  const [shown, setShown] = useState<Shown>({ state: 'waiting' });
  const [chosen, setChosen] = useState<ReadonlySet<number>>(new Set());
  const [openId, setOpenId] = useState<number | null>(null);
  const { busy, said, run } = useTask();
  const load = useCallback((after?: string) => client.quarantine({ ...shown, ...(after === undefined ? {} : { after }) }), [client, shown]);
  const list = usePaged(load, explain, LOOK_AGAIN_MS);
  const items = list.items ?? [];
  const selected = items.filter((item) => chosen.has(item.id)).map((item) => item.id);
  const waiting = shown.state === 'waiting';

  function show(next: Shown): void {
    setShown(next);
    setOpenId(null);
  }

  const replay = (ids: readonly number[]) =>
    run(async () => {
      const results = await client.replay(ids);
      setChosen(new Set());
      list.reload();
      refresh();
      return replaySentence(results);
    });
  const download = () =>
    run(async () => {
      saveFile(`quarantine-${dateInZone(new Date(), 'UTC')}.json`, exportWithReasons(await client.exportQuarantine(shown, selected)));
      return null;
    });

  return (
    <>
      <div className={styles.head}>
        <h1 className={styles.title}>{words('office.quarantine')}</h1>
        <div className={styles.filters}>
          <QuarantineFilters shown={shown} onChange={show} />
          <Button variant="default" disabled={busy || items.length === 0} onClick={() => void download()}>
            {selected.length === 0 ? words('office.exportAll') : words('office.exportCount', { count: selected.length })}
          </Button>
          <Button disabled={busy || selected.length === 0} onClick={() => void replay(selected)}>
            {selected.length === 0 ? words('office.replay') : words('office.replayCount', { count: selected.length })}
          </Button>
        </div>
      </div>
      <PagedList
        paged={list}
        said={said}
        empty={
          <Empty title={waiting ? words('office.nothingHeld') : words('office.nothingToShow')}>
            {waiting && words('office.allApplied')}
          </Empty>
        }
        choose={words('office.chooseOperation')}
        list={<QuarantineRows items={items} chosen={chosen} onChoose={setChosen} openId={openId} onOpen={setOpenId} />}
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

function QuarantineFilters({ shown, onChange }: { readonly shown: Shown; readonly onChange: (shown: Shown) => void }) {
  const { state, store = '' } = shown;
  return (
    <>
      <NativeSelect
        label={words('office.show')}
        size="md"
        value={state}
        onChange={(event) => onChange({ ...shown, state: event.currentTarget.value as QuarantineQuery['state'] })}
        data={STATES.map((value) => ({ value, label: words(`office.state.${value}`) }))}
      />
      <StoreFilter value={store} onChange={(id) => onChange(id === '' ? { state } : { state, store: id })} />
    </>
  );
}
