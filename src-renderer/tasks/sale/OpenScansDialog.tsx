import { Button, Group, Modal } from '@mantine/core';
import { words } from '../../words/words.ts';

export interface OpenScansDialogProps {
  readonly opened: boolean;
  readonly onBack: () => void;
  readonly onComplete: () => void;
}

/** Asks before a sale is completed in which scans were refused: their goods would leave unpaid. To go back is what Enter does. */
export function OpenScansDialog({ opened, onBack, onComplete }: OpenScansDialogProps) {
  return (
    <Modal opened={opened} onClose={onBack} title={<strong>{words('sale.scansRefused')}</strong>}>
      <p>{words('sale.scansRefusedText')}</p>
      <Group justify="flex-end">
        <Button variant="default" onClick={onComplete}>
          {words('sale.completeAnyway')}
        </Button>
        <Button data-autofocus onClick={onBack}>
          {words('kit.goBack')}
        </Button>
      </Group>
    </Modal>
  );
}
