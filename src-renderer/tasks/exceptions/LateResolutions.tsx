import { lateResolutionDocument } from '../../../domain/exceptions/documents.ts';
import { associateDocument } from '../../../domain/associates/documents.ts';
import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Notice } from '../../kit/Notice.tsx';
import { useDocumentList, useRegister } from '../../kit/register-context.tsx';
import { lateSentence } from './late-sentence.ts';
import { words } from '../../../texts/words/words.ts';

const SEEN = 'seen-late-resolutions';

/** Tells whoever settled an exception here that somebody else was faster, until they have read it. */
export function LateResolutions() {
  const register = useRegister();
  const late = useDocumentList(lateResolutionDocument);
  const associates = useDocumentList(associateDocument);
  const [seen, setSeen] = useState<readonly string[] | null>(null);
  useEffect(() => {
    let shown = true;
    const take = (found: unknown) => {
      if (shown) setSeen(Array.isArray(found) ? found.filter((id) => typeof id === 'string') : []);
    };
    register.loadDraft(SEEN).then(take, () => take([]));
    return () => {
      shown = false;
    };
  }, [register]);

  if (seen === null) return null;
  function read(id: string): void {
    const next = [...(seen ?? []), id];
    setSeen(next);
    register.saveDraft(SEEN, next);
  }
  return late
    .filter((one) => !seen.includes(one.operationId))
    .map((one) => (
      <Notice
        key={one.operationId}
        tone="warn"
        action={
          <Button variant="default" onClick={() => read(one.operationId)}>
            {words('exceptions.understood')}
          </Button>
        }
      >
        {lateSentence(one, (id) => associates.find((associate) => associate.id === id)?.name ?? id)}
      </Notice>
    ));
}
