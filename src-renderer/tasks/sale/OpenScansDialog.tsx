import { Button, Group, Modal } from '@mantine/core';

export interface OpenScansDialogProps {
  readonly opened: boolean;
  readonly onBack: () => void;
  readonly onComplete: () => void;
}

/** Asks before a sale is completed in which scans were refused: their goods would leave unpaid. To go back is what Enter does. */
export function OpenScansDialog({ opened, onBack, onComplete }: OpenScansDialogProps) {
  return (
    <Modal opened={opened} onClose={onBack} title={<strong>Some scans were refused</strong>}>
      <p>What they stand for is not in this sale. Scan those items again or put them aside, and dismiss each of them.</p>
      <Group justify="flex-end">
        <Button variant="default" onClick={onComplete}>
          Complete anyway
        </Button>
        <Button data-autofocus onClick={onBack}>
          Go back
        </Button>
      </Group>
    </Modal>
  );
}
