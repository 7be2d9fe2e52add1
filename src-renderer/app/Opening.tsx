import { useEffect, useState } from 'react';
import { Doorway } from '../kit/Doorway.tsx';
import { words } from '../../texts/words/words.ts';

/** Opening takes a second or two; who waits for longer wants to know for how long. */
const LONG_MS = 5_000;

/** What is shown while the register opens. */
export function Opening() {
  const [long, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), LONG_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <Doorway title={words('app.opening')}>
      <p role="status">{long ? words('app.openingLong') : words('kit.oneMoment')}</p>
    </Doorway>
  );
}
