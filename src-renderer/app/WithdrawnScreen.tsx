import { Button, Group } from '@mantine/core';
import { Doorway } from '../kit/Doorway.tsx';
import { Notice } from '../kit/Notice.tsx';
import { SaveCopyButton } from '../kit/SaveCopyButton.tsx';
import type { Opened } from './open-register.ts';
import { words } from '../../texts/words/words.ts';

/** What is left of a register that the head office has shut out: its own records, to be saved, and a new beginning. */
export function WithdrawnScreen({ opened }: { readonly opened: Extract<Opened, { kind: 'withdrawn' }> }) {
  return (
    <Doorway title={words('withdrawn.title')}>
      <Notice tone="bad">{words('withdrawn.text')}</Notice>
      <Group mt="md">
        <SaveCopyButton />
        <Button onClick={() => void opened.leave().then(() => location.reload())}>{words('withdrawn.setUp')}</Button>
      </Group>
    </Doorway>
  );
}
