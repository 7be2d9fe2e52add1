import { Button } from '@mantine/core';
import { useCallback } from 'react';
import type { LoggedAction } from '../../domain/access/access-protocol.ts';
import { formatMoment, ownZone } from '../../texts/say/format-time.ts';
import { Empty, Notice } from '../../src-renderer/kit/Notice.tsx';
import { words } from '../../texts/words/words.ts';
import office from '../base/Office.module.css';
import { useOffice } from '../base/office-context.tsx';
import { usePaged } from '../../src-renderer/kit/use-paged.ts';
import { changeWords, subjectWords, whoWords } from './action-words.ts';

const LOOK_AGAIN_MS = 10_000;

/** Who changed what, when and from where. */
export function ActionsPage() {
  const { client, explain } = useOffice();
  const load = useCallback((after?: string) => client.actions(after === undefined ? {} : { after }), [client]);
  const list = usePaged(load, explain, LOOK_AGAIN_MS);
  return (
    <>
      <h1 className={office.title}>{words('access.actions')}</h1>
      <p className={office.quiet}>{words('access.actionsText')}</p>
      {list.trouble !== null && <Notice tone="bad">{list.trouble}</Notice>}
      {list.items?.length === 0 && <Empty title={words('access.noActions')}>{words('access.noActionsText')}</Empty>}
      <div className={office.history}>
        <ol aria-label={words('access.actions')}>
          {list.items?.map((action) => (
            <ActionRow key={action.id} item={action} />
          ))}
        </ol>
      </div>
      {list.hasMore && (
        <Button variant="default" onClick={list.more}>
          {words('office.showMore')}
        </Button>
      )}
    </>
  );
}

function ActionRow({ item }: { readonly item: LoggedAction }) {
  const { overview } = useOffice();
  const { at, action, subject } = item;
  const name = subjectWords(item, new Map(overview.stores.map((store) => [store.id, store.name])));
  const changed = changeWords(item, overview.currency ?? 'USD');
  const moment = formatMoment(at, ownZone());
  return (
    <li>
      <strong>{words(`access.action.${action}`)}</strong>
      <span>
        {name !== null && <bdi>{name}</bdi>}
        {name !== null && ' · '}
        <bdi className={office.quiet}>{subject}</bdi>
      </span>
      {changed !== null && <span className={office.quiet}>{changed}</span>}
      <span className={office.quiet}>{words('office.whoWhen', { who: whoWords(item), moment })}</span>
    </li>
  );
}
