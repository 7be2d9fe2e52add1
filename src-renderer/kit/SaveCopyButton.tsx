import { Button } from '@mantine/core';
import { useState } from 'react';
import { saveCopyForSupport } from '../journal/export-journals.ts';

/** Saves all that this device has of its journals as a file for support. */
export function SaveCopyButton() {
  const [failed, setFailed] = useState(false);
  return (
    <Button variant="default" onClick={() => void saveCopyForSupport().catch(() => setFailed(true))}>
      {failed ? 'The copy could not be saved' : 'Save a copy for support'}
    </Button>
  );
}
