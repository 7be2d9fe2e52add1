import { Button, Group, Modal } from '@mantine/core';
import { words } from '../../../texts/words/words.ts';

export interface LeaveReturnDialogProps {
  /** What would be left, in words; null closes the dialog. */
  readonly question: string | null;
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** Asks before a return that was begun is given up. To stay is what Enter does. */
export function LeaveReturnDialog({ question, onStay, onLeave }: LeaveReturnDialogProps) {
  return (
    <Modal opened={question !== null} onClose={onStay} title={<strong>{words('returns.giveUp')}</strong>}>
      <p>{question}</p>
      <Group justify="flex-end">
        <Button variant="default" onClick={onLeave}>
          {words('returns.giveUpYes')}
        </Button>
        <Button data-autofocus onClick={onStay}>
          {words('returns.goOn')}
        </Button>
      </Group>
    </Modal>
  );
}
