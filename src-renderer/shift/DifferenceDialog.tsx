import { Button, Group, Modal } from '@mantine/core';

export interface DifferenceDialogProps {
  /** What the drawer has too much or too little, in words; null closes the dialog. */
  readonly difference: string | null;
  readonly onClose: () => void;
  readonly onCount: () => void;
}

/** Asks once whether a shift is to be closed with a drawer that does not agree. To count again is what Enter does. */
export function DifferenceDialog({ difference, onClose, onCount }: DifferenceDialogProps) {
  return (
    <Modal opened={difference !== null} onClose={onCount} title={<strong>{difference}</strong>}>
      <p>Count the drawer again. If it stays like this, close the shift: the difference is recorded with it.</p>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Close anyway
        </Button>
        <Button data-autofocus onClick={onCount}>
          Count again
        </Button>
      </Group>
    </Modal>
  );
}
