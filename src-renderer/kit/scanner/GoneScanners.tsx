import { Button } from '@mantine/core';
import { useState } from 'react';
import { useStore } from 'zustand';
import { Notice } from '../Notice.tsx';
import { useRegister } from '../register-context.tsx';
import styles from './Scanner.module.css';
import { scannerName } from './scanner-name.ts';
import { words } from '../../../texts/words/words.ts';

/** Scanners that were there and are gone: whoever scans with one of them hears nothing, and would wonder why. */
export function GoneScanners() {
  const scanners = useStore(useRegister().scanners.state);
  const [read, setRead] = useState<readonly string[]>([]);
  const gone = scanners.filter(({ status }) => status === 'gone').map(({ scanner }) => scannerName(scanner));
  const unread = gone.filter((name) => !read.includes(name));
  if (unread.length === 0) return null;
  return (
    <ul className={styles.list} aria-label={words('scanner.gone')}>
      {unread.map((name) => (
        <li key={name}>
          <Notice
            tone="warn"
            action={
              <Button
                variant="default"
                aria-label={words('scanner.dismissCode', { code: name })}
                onClick={() => setRead([...read.filter((one) => gone.includes(one)), name])}
              >
                {words('kit.ok')}
              </Button>
            }
          >
            {words('scanner.goneSentence', { name })}
          </Notice>
        </li>
      ))}
    </ul>
  );
}
