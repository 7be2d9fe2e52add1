import { useState } from 'react';
import { useOffice } from './office-context.tsx';
import type { Said } from './PagedList.tsx';

/** One task of a person at a time, and what came of the last. */
export function useTask() {
  const { explain } = useOffice();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Said | null>(null);

  /** Does it, and says what it gives; null says nothing. A failure is explained. */
  async function run(task: () => Promise<Said | null>): Promise<void> {
    setBusy(true);
    setSaid(null);
    try {
      setSaid(await task());
    } catch (error) {
      setSaid({ tone: 'bad', text: explain(error) });
    } finally {
      setBusy(false);
    }
  }

  return { busy, said, run };
}
