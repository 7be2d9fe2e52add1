import { Button, Modal, Stack, Text } from '@mantine/core';
import { words } from '../../texts/words/words.ts';

export interface ReasonDialogProps<R extends string> {
  /** What is asked; null closes the dialog. */
  readonly question: { readonly title: string; readonly explanation: string } | null;
  readonly reasons: Readonly<Record<R, string>>;
  readonly onChoose: (reason: R) => void;
  readonly onClose: () => void;
}

/** Asks why. Choosing the reason is the confirmation, so nothing is given up by a single slip. */
export function ReasonDialog<R extends string>({ question, reasons, onChoose, onClose }: ReasonDialogProps<R>) {
  return (
    <Modal
      opened={question !== null}
      onClose={onClose}
      title={<strong>{question?.title}</strong>}
      centered
      closeButtonProps={{ 'aria-label': words('kit.close'), size: 44 }}
    >
      <Stack gap="sm">
        <Text>{question?.explanation}</Text>
        {(Object.entries(reasons) as [R, string][]).map(([reason, label]) => (
          <Button key={reason} variant="default" size="lg" fullWidth onClick={() => onChoose(reason)}>
            {label}
          </Button>
        ))}
        <Button variant="subtle" size="lg" fullWidth onClick={onClose}>
          {words('kit.goBack')}
        </Button>
      </Stack>
    </Modal>
  );
}
