import { useCallback, useEffect, useRef, useState } from 'react';

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

export interface Paged<T> {
  /** Null before the first answer. */
  readonly items: readonly T[] | null;
  readonly hasMore: boolean;
  /** What went wrong last; null when nothing did. */
  readonly trouble: string | null;
  more(): void;
  reload(): void;
}

/**
 * A list that comes a page at a time. It begins anew when `load` is another one, and looks again every `everyMs` while
 * only its first page is shown.
 * @param load must stay the same function while it means the same list.
 */
export function usePaged<T>(load: (after?: string) => Promise<Page<T>>, explain: (error: unknown) => string, everyMs: number): Paged<T> {
  const [pages, setPages] = useState<readonly Page<T>[]>([]);
  const [trouble, setTrouble] = useState<string | null>(null);
  const turn = useRef(0);

  const take = useCallback(
    (after: string | undefined, put: (page: Page<T>) => void) => {
      turn.current += 1;
      const mine = turn.current;
      load(after).then(
        (page) => {
          // An answer to an older question must not stand under the newer one.
          if (mine !== turn.current) return;
          put(page);
          setTrouble(null);
        },
        (error: unknown) => mine === turn.current && setTrouble(explain(error)),
      );
    },
    [load, explain],
  );

  const reload = useCallback(() => take(undefined, (page) => setPages([page])), [take]);

  useEffect(() => {
    setPages([]);
    reload();
    return () => {
      turn.current += 1;
    };
  }, [reload]);

  const onlyFirst = pages.length === 1;
  useEffect(() => {
    if (!onlyFirst) return undefined;
    const timer = setInterval(reload, everyMs);
    return () => clearInterval(timer);
  }, [onlyFirst, reload, everyMs]);

  const next = pages.at(-1)?.next ?? null;
  return {
    items: pages.length === 0 ? null : pages.flatMap((page) => page.items),
    hasMore: next !== null,
    trouble,
    more: () => {
      if (next !== null) take(next, (page) => setPages((before) => [...before, page]));
    },
    reload,
  };
}
