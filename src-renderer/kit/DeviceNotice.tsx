import { Button } from '@mantine/core';
import { useState } from 'react';
import { ClockNotice } from './ClockNotice.tsx';
import { deviceSentence } from './device-sentence.ts';
import styles from './DeviceNotice.module.css';
import { Notice } from './Notice.tsx';
import { useSync } from './register-context.tsx';
import { words } from '../../texts/words/words.ts';

/** What is wrong with this device, above every task. @param inset whether it needs a margin of its own at the sides. */
export function DeviceNotice({ inset = true }: { readonly inset?: boolean }) {
  const place = inset ? styles.place : styles.flush;
  return (
    <>
      <RecordsNotice place={place} />
      <ClockNotice className={place} />
    </>
  );
}

/** What is wrong with this device's records. */
function RecordsNotice({ place }: { readonly place: string | undefined }) {
  const journal = useSync((sync) => sync.journal);
  const disk = useSync((sync) => sync.disk);
  const renewing = useSync((sync) => sync.renewing);
  const [read, setRead] = useState<string | null>(null);
  const sentence = deviceSentence({ journal, disk, renewing });
  if (sentence === null || (sentence.dismissible && read === sentence.text)) return null;
  return (
    <div className={place}>
      <Notice
        tone={sentence.tone}
        action={
          sentence.dismissible && (
            <Button variant="default" onClick={() => setRead(sentence.text)}>
              {words('kit.ok')}
            </Button>
          )
        }
      >
        {sentence.text}
      </Notice>
    </div>
  );
}
