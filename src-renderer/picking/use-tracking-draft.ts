import { useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import { useRegister } from '../app/register-context.tsx';

const DRAFT = 'tracking-numbers';
const trackingDraft = z.record(z.string(), z.string());

/** Tracking numbers as they were entered so far, by fulfillment order. */
type Tracking = Readonly<Record<string, string>>;

/** Tracking numbers that are being entered: they are found again after another screen, another person or a restart. */
export function useTrackingDraft(): [Tracking, (id: string, text: string) => void] {
  const register = useRegister();
  const [tracking, setTracking] = useState<Tracking>({});
  const now = useRef<Tracking>({});

  useEffect(() => {
    let shown = true;
    const found = (draft: unknown) => {
      const read = trackingDraft.safeParse(draft);
      if (!shown || !read.success) return;
      // What was entered while the draft was being read stays.
      now.current = { ...read.data, ...now.current };
      setTracking(now.current);
    };
    register.loadDraft(DRAFT).then(found, () => undefined);
    return () => {
      shown = false;
    };
  }, [register]);

  function write(id: string, text: string): void {
    const { [id]: _, ...others } = now.current;
    now.current = text === '' ? others : { ...others, [id]: text };
    setTracking(now.current);
    register.saveDraft(DRAFT, now.current);
  }

  return [tracking, write];
}
