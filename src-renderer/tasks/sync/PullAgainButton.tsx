import { Button, Group, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useState } from 'react';
import { useRegister } from '../../kit/register-context.tsx';

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
        Pull everything again
      </Button>
      <Modal opened={asking} onClose={close} title="Pull everything again?">
        <p>
          The register forgets its copy of catalog, stock and orders and fetches them anew. Nothing that was done here is lost.
          {!online && ' There is no connection now: until there is one, you cannot look up products or orders.'}
        </p>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button onClick={() => void pull()}>Pull everything again</Button>
        </Group>
      </Modal>
    </>
  );
}
