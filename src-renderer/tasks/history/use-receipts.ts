import { useEffect, useState } from 'react';
import { useRegister } from '../../kit/register-context.tsx';
import { type HistorySearch, type Receipt, searchReceipts } from './journal-history.ts';

const PAGE = 50;

interface Loaded {
  /** The search that these belong to. */
  readonly key: string;
  readonly receipts: readonly Receipt[];
  readonly before: number | null;
}

export interface Receipts {
  /** Null while the first page is being read. */
  readonly receipts: readonly Receipt[] | null;
  readonly hasMore: boolean;
  readonly failed: boolean;
  readonly more: () => void;
}

/** Receipts of this register out of its journal, page by page. */
export function useReceipts(search: HistorySearch): Receipts {
  const register = useRegister();
  const key = JSON.stringify(search);
  const [loaded, setLoaded] = useState<Loaded | null>(null);
  const [failed, setFailed] = useState(false);

  function read(asked: HistorySearch, before: number, earlier: readonly Receipt[]): Promise<Loaded> {
    const { lastSeq } = register.sync.getState();
    return searchReceipts(register, asked, before, lastSeq, PAGE).then((page) => ({
      key: JSON.stringify(asked),
      receipts: [...earlier, ...page.receipts],
      before: page.before,
    }));
  }

  useEffect(() => {
    let wanted = true;
    read(JSON.parse(key) as HistorySearch, register.sync.getState().lastSeq + 1, []).then(
      (page) => {
        if (!wanted) return;
        setFailed(false);
        setLoaded(page);
      },
      () => wanted && setFailed(true),
    );
    return () => {
      wanted = false;
    };
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `read` is made anew at every showing
  }, [register, key]);

  const shown = loaded?.key === key ? loaded : null;
  return {
    receipts: shown?.receipts ?? null,
    hasMore: shown !== null && shown.before !== null,
    failed,
    more() {
      if (shown === null || shown.before === null) return;
      read(search, shown.before, shown.receipts).then(setLoaded, () => setFailed(true));
    },
  };
}
