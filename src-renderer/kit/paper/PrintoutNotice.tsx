import { Button } from '@mantine/core';
import { useStore } from 'zustand';
import type { PrintReply } from '../../../domain/device/printer.ts';
import { words } from '../../../texts/words/words.ts';
import { Notice } from '../Notice.tsx';
import { printPart, type PrintedPart } from '../print-part.ts';
import { useRegister } from '../register-context.tsx';
import styles from './PaperSheet.module.css';
import type { Printout } from './use-printout.ts';

function sentence(reply: Exclude<PrintReply, { kind: 'printed' }>): string {
  if (reply.kind === 'not_reachable') return words('printer.notReachable');
  return words(`printer.${reply.kind === 'unsure' ? 'unsure' : 'not'}.${reply.why}`);
}

/** What became of a slip, beside it and never in the way. What the printer cannot print the browser can. */
export function PrintoutNotice({ said, part = 'receipt' }: { readonly said: Printout | null; readonly part?: PrintedPart | null }) {
  const { printer } = useRegister();
  const isLow = useStore(printer.state, ({ status }) => status?.kind === 'answered' && status.paper === 'low');
  if (said === null) return null;
  if (said === 'printing' || said.kind === 'printed') {
    return (
      <p role="status" className={styles.said}>
        {words(said === 'printing' ? 'printer.printing' : 'printer.printed')} {isLow && words('printer.paperLow')}
      </p>
    );
  }
  const byBrowser = (
    <Button variant="default" onClick={() => part !== null && printPart(part)}>
      {words('printer.byBrowser')}
    </Button>
  );
  return (
    <Notice tone="warn" action={part === null ? undefined : byBrowser}>
      {sentence(said)}
    </Notice>
  );
}
