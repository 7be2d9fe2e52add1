import { Button } from '@mantine/core';
import type { ReactNode, Ref } from 'react';
import { ListAndDetail } from '../../src-renderer/kit/ListAndDetail.tsx';
import { Empty, Notice, type NoticeTone } from '../../src-renderer/kit/Notice.tsx';
import type { Paged } from '../../src-renderer/kit/use-paged.ts';
import { words } from '../../texts/words/words.ts';

/** What came of what a person did last. */
export interface Said {
  readonly tone: NoticeTone;
  readonly text: string;
}

export interface PagedListProps {
  readonly paged: Paged<unknown>;
  readonly said: Said | null;
  /** Shown instead of an empty list. */
  readonly empty: ReactNode;
  readonly list: ReactNode;
  /** What is open; null when nothing is. */
  readonly detail: ReactNode;
  /** What a person is asked for when nothing is. */
  readonly choose: string;
  readonly ref?: Ref<HTMLDivElement>;
}

/** A list that comes a page at a time, with what is open of it beside it, and what there is to say above. */
export function PagedList({ paged, said, empty, list, detail, choose, ref }: PagedListProps) {
  const { items, trouble, hasMore, more } = paged;
  return (
    <>
      {trouble !== null && <Notice tone="bad">{trouble}</Notice>}
      {said !== null && <Notice tone={said.tone}>{said.text}</Notice>}
      {items === null && trouble === null && <p>{words('kit.oneMoment')}</p>}
      {items?.length === 0 && empty}
      {items !== null && items.length > 0 && (
        <ListAndDetail
          isOpen={detail !== null}
          {...(ref === undefined ? {} : { ref })}
          list={
            <>
              {list}
              {hasMore && (
                <Button variant="default" onClick={more}>
                  {words('office.showMore')}
                </Button>
              )}
            </>
          }
          detail={detail ?? <Empty title={choose} />}
        />
      )}
    </>
  );
}
