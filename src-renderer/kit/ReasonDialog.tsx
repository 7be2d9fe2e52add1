import { Button, Modal, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { ChoiceButton } from './ChoiceButton.tsx';
import { words } from '../../texts/words/words.ts';

export interface ReasonDialogProps<R extends string> {
  /** What is asked; null closes the dialog. */
  readonly question: { readonly title: string; readonly explanation: string } | null;
  readonly reasons: Readonly<Record<R, string>>;
  /** What each reason does, where that is not the same for all. */
  readonly effects?: Readonly<Record<R, string>>;
  /** What else a person says or should know before they choose. */
  readonly children?: ReactNode;
  readonly onChoose: (reason: R) => void;
  readonly onClose: () => void;
}

/** Asks why. Choosing the reason is the confirmation, so nothing is given up by a single slip. */
export function ReasonDialog<R extends string>({ question, reasons, effects, children, onChoose, onClose }: ReasonDialogProps<R>) {
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
        {children}
        {(Object.entries(reasons) as [R, string][]).map(([reason, label]) => (
          <ChoiceButton key={reason} label={label} effect={effects?.[reason]} onClick={() => onChoose(reason)} />
        ))}
        <Button variant="subtle" size="lg" fullWidth onClick={onClose}>
          {words('kit.goBack')}
        </Button>
      </Stack>
    </Modal>
  );
}
