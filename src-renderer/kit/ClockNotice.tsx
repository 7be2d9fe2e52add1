import { Button } from '@mantine/core';
import { useState } from 'react';
import { clockSentence } from './clock-sentence.ts';
import { Notice } from './Notice.tsx';
import { useSync, useView } from './register-context.tsx';
import { words } from '../../texts/words/words.ts';

/** Says that the device's clock was set, or goes wrong, until somebody has read it or the clock is right again. */
export function ClockNotice({ className }: { readonly className?: string | undefined }) {
  const news = useSync((sync) => sync.clock);
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const [read, setRead] = useState<typeof news>(null);
  if (news === null || news === read) return null;
  return (
    <div className={className}>
      <Notice
        tone="warn"
        action={
          <Button variant="default" onClick={() => setRead(news)}>
            {words('kit.ok')}
          </Button>
        }
      >
        {clockSentence(news, timezone)}
      </Notice>
    </div>
  );
}
