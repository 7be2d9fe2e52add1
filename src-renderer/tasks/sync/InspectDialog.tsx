import type { WrittenOperation } from '../../../domain/base/envelope.ts';
import type { QuarantinedOperation } from '../../../domain/quarantine/documents.ts';
import { Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Notice } from '../../kit/Notice.tsx';
import { OperationView } from '../../kit/OperationView.tsx';
import { wholeReason } from '../../kit/reason-words.ts';
import { useRegister } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';

export interface InspectDialogProps {
  /** What is looked at; null closes the dialog. */
  readonly held: QuarantinedOperation | null;
  readonly title: string;
  readonly onClose: () => void;
}

/** An operation in quarantine as this register's own journal has it. */
export function InspectDialog({ held, title, onClose }: InspectDialogProps) {
  const register = useRegister();
  const [recorded, setRecorded] = useState<WrittenOperation | null | 'reading'>('reading');
  const seq = held?.seq ?? null;
  useEffect(() => {
    let wanted = true;
    const reading = seq === null ? Promise.resolve(null) : register.recorded(seq);
    void reading.then((found) => wanted && setRecorded(found));
    return () => {
      wanted = false;
      setRecorded('reading');
    };
  }, [register, seq]);
  return (
    <Modal opened={held !== null} onClose={onClose} title={<strong>{title}</strong>} size="xl">
      {held !== null && <Notice tone="warn">{wholeReason(held)}</Notice>}
      {recorded === 'reading' && <p>{words('sync.reading')}</p>}
      {recorded === null && <p>{words('sync.notInJournal')}</p>}
      {recorded !== null && recorded !== 'reading' && <OperationView operation={recorded} />}
    </Modal>
  );
}
