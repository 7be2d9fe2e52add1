import { Button } from '@mantine/core';
import { useState } from 'react';
import { saveCopyForSupport } from '../journal/export-journals.ts';
import { words } from '../../texts/words/words.ts';

/** Saves all that this device has of its journals as a file for support. */
export function SaveCopyButton() {
  const [failed, setFailed] = useState(false);
  return (
    <Button variant="default" onClick={() => void saveCopyForSupport().catch(() => setFailed(true))}>
      {failed ? words('kit.copyNotSaved') : words('kit.saveCopy')}
    </Button>
  );
}
