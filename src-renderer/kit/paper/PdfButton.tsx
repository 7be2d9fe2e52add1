import { Button } from '@mantine/core';
import { words } from '../../../texts/words/words.ts';
import { printPart } from '../print-part.ts';
import type { Paper } from '../../../texts/paper/paper.ts';

/** Opens the dialog of the browser, which prints the slip that is shown, or saves it as PDF under its name. */
export function PdfButton({ paper }: { readonly paper: Paper }) {
  return (
    <Button variant="default" onClick={() => printPart('receipt', paper.title)}>
      {words('printer.pdf')}
    </Button>
  );
}
