import { Button, Group, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useRegister } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';

/** Throws the replica away and pulls it again, after asking. */
export function PullAgainButton({ online }: { readonly online: boolean }) {
  const register = useRegister();
  const [asking, { open, close }] = useDisclosure(false);
  const [busy, setBusy] = useState(false);

  async function pull(): Promise<void> {
    close();
    setBusy(true);
    await register.pullEverythingAgain();
    setBusy(false);
  }

  return (
    <>
      <Button variant="default" onClick={open} loading={busy}>
        {words('sync.pullAgain')}
      </Button>
      <Modal opened={asking} onClose={close} title={words('sync.pullAgainAsk')}>
        <p>{words(online ? 'sync.pullAgainText' : 'sync.pullAgainOffline')}</p>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {words('kit.cancel')}
          </Button>
          <Button onClick={() => void pull()}>{words('sync.pullAgain')}</Button>
        </Group>
      </Modal>
    </>
  );
}
