import { useEffect, useState } from 'react';
import type { StoryEntry } from '../../../domain/stock/story.ts';
import { useRegister, useSync } from '../../kit/register-context.tsx';

export interface Story {
  readonly items: readonly StoryEntry[];
  /** Asks for older movements; null where there are none. */
  readonly more: (() => void) | null;
}

interface Answered {
  readonly sku: string;
  readonly items: readonly StoryEntry[];
  readonly next: number | undefined;
}

/**
 * What moved the stock of an article, as the server tells; `asking` until it has, null where it cannot be asked. What this register has
 * done is in it once it was sent, so it is asked for anew then.
 */
export function useStockStory(sku: string): Story | 'asking' | null {
  const pending = useSync((sync) => sync.pending);
  const { stockStory } = useRegister();
  const [answer, setAnswer] = useState<Answered | { readonly sku: string; readonly items: null } | null>(null);
  useEffect(() => {
    let isOver = false;
    void stockStory(sku).then((found) => {
      if (!isOver) setAnswer(found === null ? { sku, items: null } : { sku, items: found.items, next: found.next });
    });
    return () => {
      isOver = true;
    };
  }, [stockStory, sku, pending]);
  if (answer?.sku !== sku) return 'asking';
  if (answer.items === null) return null;
  const { items, next } = answer;
  const more = async (before: number): Promise<void> => {
    const older = await stockStory(sku, before);
    if (older !== null) setAnswer({ sku, items: [...items, ...older.items], next: older.next });
  };
  return { items, more: next === undefined ? null : () => void more(next) };
}
