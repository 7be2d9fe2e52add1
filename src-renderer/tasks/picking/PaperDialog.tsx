import { Button, Modal, Stack } from '@mantine/core';
import { IconPrinter } from '../../kit/icons.ts';
import { PdfButton } from '../../kit/paper/PdfButton.tsx';
import { PaperSheet } from '../../kit/paper/PaperSheet.tsx';
import { PrintoutNotice } from '../../kit/paper/PrintoutNotice.tsx';
import { usePrintout } from '../../kit/paper/use-printout.ts';
import type { Paper } from '../../../texts/paper/paper.ts';
import { words } from '../../../texts/words/words.ts';

/** A slip as it is printed: on the receipt printer of the register, or by the browser. */
export function PaperDialog({ paper, onClose }: { readonly paper: Paper; readonly onClose: () => void }) {
  const printing = usePrintout(null);
  return (
    <Modal
      opened
      onClose={onClose}
      title={<strong>{paper.title}</strong>}
      centered
      closeButtonProps={{ 'aria-label': words('kit.close'), size: 44 }}
    >
      <Stack gap="sm">
        <Button
          size="lg"
          leftSection={<IconPrinter aria-hidden size={20} />}
          loading={printing.said === 'printing'}
          onClick={() => printing.print(() => paper)}
        >
          {words('label.print')}
        </Button>
        <PdfButton name={paper.title} byBrowser={printing.hasPrinter} />
        <PrintoutNotice said={printing.said} />
        <PaperSheet paper={paper} />
      </Stack>
    </Modal>
  );
}
