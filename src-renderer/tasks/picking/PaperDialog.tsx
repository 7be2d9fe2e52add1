import { Button, Modal, Stack } from '@mantine/core';
import { useStore } from 'zustand';
import { IconPrinter } from '../../kit/icons.ts';
import { PdfButton } from '../../kit/paper/PdfButton.tsx';
import { PaperSheet } from '../../kit/paper/PaperSheet.tsx';
import { PrintoutNotice } from '../../kit/paper/PrintoutNotice.tsx';
import { usePrintout } from '../../kit/paper/use-printout.ts';
import { useRegister } from '../../kit/register-context.tsx';
import type { Paper } from '../../../texts/paper/paper.ts';
import { words } from '../../../texts/words/words.ts';

interface PaperButtonsProps {
  readonly paper: Paper;
  /** Labels come out of the label printer, where there is one. What is no label may. */
  readonly isLabel?: boolean;
}

/** What can be done with a slip or a label: print it on a printer of the register or by the browser, or save it. */
export function PaperButtons({ paper, isLabel = false }: PaperButtonsProps) {
  const { labelPrinter } = useRegister();
  const hasLabels = useStore(labelPrinter.state, ({ isSet }) => isSet);
  const onLabels = usePrintout(null, 'receipt', 'labelPrinter');
  const onPaper = usePrintout(null);
  const first = isLabel && hasLabels ? onLabels : onPaper;
  return (
    <>
      <Button
        size="lg"
        leftSection={<IconPrinter aria-hidden size={20} />}
        loading={first.said === 'printing'}
        onClick={() => first.print(() => paper)}
      >
        {words('label.print')}
      </Button>
      {hasLabels && !isLabel && (
        <Button variant="default" loading={onLabels.said === 'printing'} onClick={() => onLabels.print(() => paper)}>
          {words('printer.onLabels')}
        </Button>
      )}
      <PdfButton name={paper.title} byBrowser={first.hasPrinter} />
      <PrintoutNotice said={onLabels.said ?? onPaper.said} />
    </>
  );
}

/** A slip as it is printed. */
export function PaperDialog({ paper, onClose }: { readonly paper: Paper; readonly onClose: () => void }) {
  return (
    <Modal
      opened
      onClose={onClose}
      title={<strong>{paper.title}</strong>}
      centered
      closeButtonProps={{ 'aria-label': words('kit.close'), size: 44 }}
    >
      <Stack gap="sm">
        <PaperButtons paper={paper} />
        <PaperSheet paper={paper} />
      </Stack>
    </Modal>
  );
}
