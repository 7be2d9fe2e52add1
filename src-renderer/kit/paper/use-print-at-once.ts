import { useEffect, useRef } from 'react';

/** Prints at once, and once. @param isWanted whether there is anything to print, and a printer. */
export function usePrintAtOnce(isWanted: boolean, print: () => void): void {
  const isDone = useRef(false);
  useEffect(() => {
    if (!isWanted || isDone.current) return;
    isDone.current = true;
    print();
  });
}
