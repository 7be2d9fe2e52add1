import { Button } from '@mantine/core';
import { useState } from 'react';
import { v7 as uuidv7 } from 'uuid';
import type { BridgeCode } from '../../../domain/device/bridge.ts';
import type { PdfReply } from '../../../domain/device/pdf.ts';
import { words } from '../../../texts/words/words.ts';
import { IconPdf } from '../icons.ts';
import { Notice } from '../Notice.tsx';
import { printPart, type PrintedPart } from '../print-part.ts';
import styles from './PaperSheet.module.css';
import type { CountedCopies } from './use-counted-copies.ts';
import { canSavePdf, savePdf } from './save-pdf.ts';

interface PdfButtonProps {
  /** What the file is called at first. */
  readonly name: string;
  readonly part?: PrintedPart;
  /** Whether the browser's dialog is offered where there is no desktop app. Not where *Print* opens it anyway. */
  readonly byBrowser: boolean;
  /** Makes it a copy that counts, where the store counts them. */
  readonly make?: CountedCopies['make'] | undefined;
}

/** What became of the file. */
function Saved({ reply }: { readonly reply: Exclude<PdfReply | BridgeCode, 'cancelled'> }) {
  if (reply === 'saved') {
    return (
      <p role="status" className={styles.said}>
        {words('printer.pdf.saved')}
      </p>
    );
  }
  return <Notice tone="warn">{words(reply === 'disk_full' ? 'printer.pdf.diskFull' : 'printer.pdf.failed')}</Notice>;
}

/** Saves what is shown as PDF: in the desktop app where the person wants it, in a browser by its print dialog. */
export function PdfButton({ name, part = 'receipt', byBrowser, make }: PdfButtonProps) {
  const [reply, setReply] = useState<PdfReply | BridgeCode | null>(null);
  const [isBusy, setBusy] = useState(false);
  const counted = (run: () => void) => (make === undefined ? run() : void make(uuidv7(), run));
  if (!canSavePdf()) {
    if (!byBrowser) return null;
    return (
      <Button variant="default" onClick={() => counted(() => printPart(part, name))}>
        {words('printer.pdf')}
      </Button>
    );
  }
  async function save(): Promise<void> {
    if (isBusy) return;
    setBusy(true);
    setReply(null);
    setReply(await savePdf(part, name));
    setBusy(false);
  }
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconPdf aria-hidden size={20} />}
        aria-disabled={isBusy}
        onClick={() => counted(() => void save())}
      >
        {words('printer.pdf.save')}
      </Button>
      {reply !== null && reply !== 'cancelled' && <Saved reply={reply} />}
    </>
  );
}
