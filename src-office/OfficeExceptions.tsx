import { NativeSelect } from '@mantine/core';
import { useCallback, useRef, useState } from 'react';
import { exceptionKind, type ExceptionKind } from '../domain/exceptions/exception.ts';
import { EXCEPTION_GUIDE } from '../domain/exceptions/guide.ts';
import rows from '../src-renderer/kit/ListAndDetail.module.css';
import { Empty } from '../src-renderer/kit/Notice.tsx';
import { useKeepFocus } from '../src-renderer/kit/use-keep-focus.ts';
import { ExceptionRow } from '../src-renderer/kit/exceptions/ExceptionRow.tsx';
import { useOffice } from './office-context.tsx';
import styles from './Office.module.css';
import { OfficeExceptionDetail } from './OfficeExceptionDetail.tsx';
import { PagedList } from './PagedList.tsx';
import { StoreFilter } from './StoreFilter.tsx';
import { usePaged } from './use-paged.ts';

const LOOK_AGAIN_MS = 10_000;
const KINDS = [
  { value: '', label: 'All kinds' },
  ...exceptionKind.options.map((kind) => ({ value: kind, label: EXCEPTION_GUIDE[kind].name })),
];

/** Exceptions of all stores: what is open, to resolve; what is resolved, to look up. */
export function OfficeExceptions() {
  const { client, overview, explain, refresh } = useOffice();
  const [state, setState] = useState<'open' | 'resolved'>('open');
  const [store, setStore] = useState('');
  const [kind, setKind] = useState<ExceptionKind | ''>('');
  const [openId, setOpenId] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useKeepFocus(place, false);
  const load = useCallback(
    (after?: string) =>
      client.exceptions({
        state,
        ...(store === '' ? {} : { store }),
        ...(kind === '' ? {} : { kind }),
        ...(after === undefined ? {} : { after }),
      }),
    [client, state, store, kind],
  );
  const list = usePaged(load, explain, LOOK_AGAIN_MS);
  const open = list.items?.find((item) => item.exception.id === openId);
  const placeOf = (storeId: string) => overview.stores.find((one) => one.id === storeId);

  return (
    <>
      <div className={styles.head}>
        <h1 className={styles.title}>Exceptions</h1>
        <div className={styles.filters}>
          <NativeSelect
            label="Show"
            size="md"
            value={state}
            onChange={(event) => (setState(event.currentTarget.value === 'open' ? 'open' : 'resolved'), setDone(null))}
            data={[
              { value: 'open', label: 'Open' },
              { value: 'resolved', label: 'Resolved' },
            ]}
          />
          <StoreFilter value={store} onChange={setStore} />
          <NativeSelect
            label="Kind"
            size="md"
            value={kind}
            onChange={(event) => setKind(event.currentTarget.value as ExceptionKind | '')}
            data={KINDS}
          />
        </div>
      </div>
      <PagedList
        paged={list}
        said={done === null ? null : { tone: 'good', text: done }}
        empty={
          <Empty title={state === 'open' ? 'Nothing is open' : 'Nothing was resolved yet'}>
            {state === 'open' && 'Facts and books agree in all stores that are shown here.'}
          </Empty>
        }
        choose="Choose an exception"
        ref={place}
        list={
          <ul className={rows.rows} aria-label="Exceptions">
            {list.items?.map(({ exception }) => (
              <li key={exception.id}>
                <ExceptionRow
                  exception={exception}
                  timezone={placeOf(exception.storeId)?.timezone ?? 'UTC'}
                  storeName={placeOf(exception.storeId)?.name ?? exception.storeId}
                  current={exception.id === openId}
                  onOpen={() => (setOpenId(exception.id), setDone(null))}
                />
              </li>
            ))}
          </ul>
        }
        detail={
          open === undefined ? null : (
            <OfficeExceptionDetail
              key={`${open.exception.id} ${open.exception.resolved === null}`}
              item={open}
              store={placeOf(open.exception.storeId)}
              onClose={() => setOpenId(null)}
              onResolved={(sentence) => {
                setDone(sentence);
                list.reload();
                refresh();
              }}
            />
          )
        }
      />
    </>
  );
}
