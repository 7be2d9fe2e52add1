import { Button, Group, Modal } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useRegister } from '../../kit/register-context.tsx';

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
        Set up as a new register
      </Button>
      <Modal opened={asking} onClose={close} title="Set this device up as a new register?">
        <p>
          You need a register code from the head office.
          {pending > 0 &&
            ` ${pending} operations of the old register were not sent. They stay on this device for support to fetch; the ` +
              'new register does not send them.'}
        </p>
        <Group justify="flex-end">
          <Button variant="default" onClick={close}>
            Cancel
          </Button>
          <Button onClick={() => void leave()}>Set up as a new register</Button>
        </Group>
      </Modal>
    </>
  );
}
