import { useCallback, useEffect, useState } from 'react';
import { useOffice } from './office-context.tsx';

export interface List<T> {
  /** Null before the first answer. */
  readonly items: readonly T[] | null;
  /** Why it could not be read; null when it could. */
  readonly trouble: string | null;
  reload(): void;
}

/** A short list that comes whole. @param read must stay the same function while it means the same list. */
export function useList<T>(read: () => Promise<readonly T[]>): List<T> {
  const { explain } = useOffice();
  const [items, setItems] = useState<readonly T[] | null>(null);
  const [trouble, setTrouble] = useState<string | null>(null);
  const reload = useCallback(() => {
    read().then(
      (found) => (setItems(found), setTrouble(null)),
      (error: unknown) => setTrouble(explain(error)),
    );
  }, [read, explain]);
  useEffect(reload, [reload]);
  return { items, trouble, reload };
}
