import { Button, Group, Modal } from '@mantine/core';

export interface LeaveReturnDialogProps {
  /** What would be left, in words; null closes the dialog. */
  readonly question: string | null;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asks before a return that was begun is given up. To stay is what Enter does. */
export function LeaveReturnDialog({ question, onStay, onLeave }: LeaveReturnDialogProps) {
  return (
    <Modal opened={question !== null} onClose={onStay} title={<strong>Give up this return?</strong>}>
      <p>{question}</p>
      <Group justify="flex-end">
        <Button variant="default" onClick={onLeave}>
          Give it up
        </Button>
        <Button data-autofocus onClick={onStay}>
          Go on with it
        </Button>
      </Group>
    </Modal>
  );
}
