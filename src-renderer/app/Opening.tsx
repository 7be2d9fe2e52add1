import { useEffect, useState } from 'react';
import { Doorway } from '../kit/Doorway.tsx';

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
    <Doorway title="Opening the register">
      <p role="status">
        {long ? 'This takes longer than usual. Leave the app open: in a minute or two it is ready, or says what to do.' : 'One moment.'}
      </p>
    </Doorway>
  );
}
