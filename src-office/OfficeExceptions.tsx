import { useCallback, useRef, useState } from 'react';
import type { OfficeException } from '../domain/office/office-protocol.ts';
import { ExceptionRow } from '../src-renderer/kit/exceptions/ExceptionRow.tsx';
import rows from '../src-renderer/kit/ListAndDetail.module.css';
import { Empty } from '../src-renderer/kit/Notice.tsx';
import { useKeepFocus } from '../src-renderer/kit/use-keep-focus.ts';
import { type ExceptionFilter, ExceptionFilters } from './ExceptionFilters.tsx';
import { useOffice } from './base/office-context.tsx';
import styles from './base/Office.module.css';
import { OfficeExceptionDetail } from './OfficeExceptionDetail.tsx';
import { PagedList } from './base/PagedList.tsx';
import { usePaged } from '../src-renderer/kit/use-paged.ts';
import { words } from '../texts/words/words.ts';

const LOOK_AGAIN_MS = 10_000;

/** Exceptions of all stores: what is open, to resolve; what is resolved, to look up. */
export function OfficeExceptions() {
  const { client, overview, explain, refresh } = useOffice();
  const [filter, setFilter] = useState<ExceptionFilter>({ state: 'open', store: '', kind: '' });
  const [openId, setOpenId] = useState<string | null>(null);
  const [done, setDone] = useState<string | null>(null);
  const place = useRef<HTMLDivElement>(null);
  useKeepFocus(place, false);
  const load = useCallback(
    (after?: string) =>
      client.exceptions({
        state: filter.state,
        ...(filter.store === '' ? {} : { store: filter.store }),
        ...(filter.kind === '' ? {} : { kind: filter.kind }),
        ...(after === undefined ? {} : { after }),
      }),
    [client, filter],
  );
  const list = usePaged(load, explain, LOOK_AGAIN_MS);
  const open = list.items?.find((item) => item.exception.id === openId);
  const showsOpen = filter.state === 'open';

  function show(next: ExceptionFilter): void {
    setFilter(next);
    if (next.state !== filter.state) setDone(null);
  }

  return (
    <>
      <div className={styles.head}>
        <h1 className={styles.title}>{words('exceptions.title')}</h1>
        <ExceptionFilters filter={filter} onChange={show} />
      </div>
      <PagedList
        paged={list}
        said={done === null ? null : { tone: 'good', text: done }}
        empty={
          <Empty title={showsOpen ? words('office.nothingOpen') : words('office.nothingResolved')}>
            {showsOpen && words('office.allAgree')}
          </Empty>
        }
        choose={words('exceptions.choose')}
        ref={place}
        list={<ExceptionList items={list.items ?? []} openId={openId} onOpen={(id) => (setOpenId(id), setDone(null))} />}
        detail={
          open === undefined ? null : (
            <OfficeExceptionDetail
              key={`${open.exception.id} ${open.exception.resolved === null}`}
              item={open}
              store={overview.stores.find((one) => one.id === open.exception.storeId)}
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

interface ExceptionListProps {
  readonly items: readonly OfficeException[];
  readonly openId: string | null;
  readonly onOpen: (id: string) => void;
}

function ExceptionList({ items, openId, onOpen }: ExceptionListProps) {
  const { overview } = useOffice();
  const placeOf = (storeId: string) => overview.stores.find((one) => one.id === storeId);
  return (
    <ul className={rows.rows} aria-label={words('exceptions.title')}>
      {items.map(({ exception }) => (
        <li key={exception.id}>
          <ExceptionRow
            exception={exception}
            timezone={placeOf(exception.storeId)?.timezone ?? 'UTC'}
            storeName={placeOf(exception.storeId)?.name ?? exception.storeId}
            current={exception.id === openId}
            onOpen={() => onOpen(exception.id)}
          />
        </li>
      ))}
    </ul>
  );
}
