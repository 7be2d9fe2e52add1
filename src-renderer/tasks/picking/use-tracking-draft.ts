import { z } from 'zod';
import { useRecordDraft } from '../../kit/use-record-draft.ts';

const trackingDraft = z.record(z.string(), z.string());

/**
 * Tracking numbers that are being entered, by fulfillment order: they are found again after another screen, another person or a
 * restart.
 */
export function useTrackingDraft(): [Readonly<Record<string, string>>, (id: string, text: string) => void] {
  const { shown, now, write } = useRecordDraft('tracking-numbers', trackingDraft);

  function enter(id: string, text: string): void {
    const { [id]: _, ...others } = now.current;
    write(text === '' ? others : { ...others, [id]: text });
  }

  return [shown, enter];
}
