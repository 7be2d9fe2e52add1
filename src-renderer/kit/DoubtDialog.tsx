import { Button, Group, Modal } from '@mantine/core';

/** What is asked once before it is recorded. */
export interface DoubtQuestion {
  /** What is doubtful, as a sentence. */
  readonly title: string;
  readonly text: string;
  /** The button that records it all the same. */
  readonly confirm: string;
  /** The button that goes back, which is what Enter does. */
  readonly back: string;
}

export interface DoubtDialogProps {
  /** Null closes the dialog. */
  readonly question: DoubtQuestion | null;
  readonly onConfirm: () => void;
  readonly onBack: () => void;
}

/** Asks once whether something unusual is right. To go back is what Enter does, so that no slip of a key or a scan confirms it. */
export function DoubtDialog({ question, onConfirm, onBack }: DoubtDialogProps) {
  return (
    <Modal opened={question !== null} onClose={onBack} title={<strong>{question?.title}</strong>}>
      <p>{question?.text}</p>
      <Group justify="flex-end">
        <Button variant="default" onClick={onConfirm}>
          {question?.confirm}
        </Button>
        <Button data-autofocus onClick={onBack}>
          {question?.back}
        </Button>
      </Group>
    </Modal>
  );
}
