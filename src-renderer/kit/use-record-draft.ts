import { type RefObject, useEffect, useRef, useState } from 'react';
import type { z } from 'zod';
import { useRegister } from './register-context.tsx';

type Entries<T> = Readonly<Record<string, T>>;

export interface RecordDraft<T> {
  /** As it is shown. */
  readonly shown: Entries<T>;
  /** As it is now, also before it is shown. */
  readonly now: RefObject<Entries<T>>;
  write(next: Entries<T>): void;
}

/**
 * Entries by id that are found again after another screen, another person or a restart.
 * @param schema what a draft has to be; another is left alone.
 */
export function useRecordDraft<T>(name: string, schema: z.ZodType<Record<string, T>>): RecordDraft<T> {
  const register = useRegister();
  const now = useRef<Entries<T>>({});
  const [shown, show] = useState<Entries<T>>({});

  useEffect(() => {
    let mounted = true;
    const found = (draft: unknown) => {
      const read = schema.safeParse(draft);
      if (!mounted || !read.success) return;
      // What was entered while the draft was being read stays.
      now.current = { ...read.data, ...now.current };
      show(now.current);
    };
    register.loadDraft(name).then(found, () => undefined);
    return () => {
      mounted = false;
    };
  }, [register, name, schema]);

  function write(next: Entries<T>): void {
    now.current = next;
    show(next);
    register.saveDraft(name, next);
  }

  return { shown, now, write };
}
