import { useEffect, useState } from 'react';
import { useView } from '../../kit/register-context.tsx';
import { dateInZone } from '../../../domain/base/zoned-date.ts';

const LOOK_EVERY_MS = 5_000;

/** The calendar day in the store, YYYY-MM-DD, also when midnight passes while a screen is open. */
export function useStoreDate(): string {
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const [date, setDate] = useState(() => dateInZone(Date.now(), timezone));
  useEffect(() => {
    const look = () => setDate(dateInZone(Date.now(), timezone));
    look();
    const timer = setInterval(look, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [timezone]);
  return date;
}
