import { useEffect, useState } from 'react';
import { useView } from './register-context.tsx';
import { dateInZone, timeInZone } from '../../domain/base/zoned-date.ts';

const LOOK_EVERY_MS = 5_000;

/** What a clock in the store shows, also when it moves on while a screen is open. */
function useStoreClock(read: (at: number, timeZone: string) => string): string {
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const [shown, setShown] = useState(() => read(Date.now(), timezone));
  useEffect(() => {
    const look = () => setShown(read(Date.now(), timezone));
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [read, timezone]);
  return shown;
}

/** The calendar day in the store, YYYY-MM-DD. */
export const useStoreDate = (): string => useStoreClock(dateInZone);

/** The time in the store, HH:MM. */
export const useStoreTime = (): string => useStoreClock(timeInZone);
