import { Button, Group, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useRegister } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';

/** Sets the device up as a new register after the server refused the old one, after asking. */
export function LeaveRegisterButton({ pending }: { readonly pending: number }) {
  const register = useRegister();
  const [asking, { open, close }] = useDisclosure(false);

  async function leave(): Promise<void> {
    await register.leaveRegister();
    location.reload();
  }

  return (
    <>
      <Button variant="default" onClick={open}>
        {words('sync.leave')}
      </Button>
      <Modal opened={asking} onClose={close} title={words('sync.leaveAsk')}>
        <p>{pending > 0 ? words('sync.leavePending', { count: pending }) : words('sync.leaveText')}</p>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            {words('kit.cancel')}
          </Button>
          <Button onClick={() => void leave()}>{words('sync.leave')}</Button>
        </Group>
      </Modal>
    </>
  );
}
