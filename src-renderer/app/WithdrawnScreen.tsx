import { Button, Group } from '@mantine/core';
import { Doorway } from '../kit/Doorway.tsx';
import { Notice } from '../kit/Notice.tsx';
import { SaveCopyButton } from '../kit/SaveCopyButton.tsx';
import type { Opened } from './open-register.ts';

/** What is left of a register that the head office has shut out: its own records, to be saved, and a new beginning. */
export function WithdrawnScreen({ opened }: { readonly opened: Extract<Opened, { kind: 'withdrawn' }> }) {
  return (
    <Doorway title="This register was withdrawn">
      <Notice tone="bad">
        The head office has withdrawn this register, so nothing can be recorded on it any more. Catalog, stock, orders and people were
        deleted from this device. What was done on it is kept; the last of it may not have been sent. Save a copy for support and give it to
        the head office.
      </Notice>
      <Group mt="md">
        <SaveCopyButton />
        <Button onClick={() => void opened.leave().then(() => location.reload())}>Set up as a new register</Button>
      </Group>
    </Doorway>
  );
}
