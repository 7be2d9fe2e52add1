import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import { Notice } from '../Notice.tsx';
import styles from './Scanner.module.css';
import type { RefusedScan } from './scan-router.ts';
import { scanner } from './scanner.ts';
import { words } from '../../../texts/words/words.ts';

/** Scans that were refused, until a person has dealt with each: on a busy counter one look comes late. */
export function RefusedScans() {
  const all = useStore(scanner.refused);
  const { owner } = useStore(scanner.ownList);
  return <RefusedScanList refused={owner === null ? all : all.filter((one) => one.owner !== owner)} />;
}

/** Scans that were refused, each with a way to dismiss it. */
export function RefusedScanList({ refused }: { readonly refused: readonly RefusedScan[] }) {
  if (refused.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={words('scanner.refused')}>
      {refused.map(({ code, sentence, times }) => (
        <li key={`${code} ${times}`}>
          <Notice
            tone="bad"
            action={
              <Button variant="default" aria-label={words('scanner.dismissCode', { code })} onClick={() => scanner.dismiss(code)}>
                {words('scanner.dismiss')}
              </Button>
            }
          >
            {sentence}
            {times > 1 && ` ${words('scanner.times', { count: times })}`}
          </Notice>
        </li>
      ))}
    </ul>
  );
}
