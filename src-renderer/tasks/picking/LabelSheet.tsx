import { Button, Modal, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ParcelLabel } from '../../../domain/labels/parcel-label.ts';
import { printPart } from '../../kit/print-part.ts';
import { words } from '../../../texts/words/words.ts';
import styles from './Labels.module.css';

interface LabelSheetProps {
  readonly title: string;
  readonly label: Pick<ParcelLabel, 'picture' | 'trackingNumber'>;
  /** What the button says; *Print* where it is left out. */
  readonly printWords?: string;
  readonly onClose: () => void;
  /** What belongs to the label, below it. */
  readonly children?: ReactNode;
}

/** A label as its carrier drew it, to be printed on paper of 4 by 6 inches. */
export function LabelSheet({ title, label, printWords = words('label.print'), onClose, children }: LabelSheetProps) {
  const { picture, trackingNumber } = label;
  const name = words('label.pictureOf', { number: trackingNumber ?? '' });
  return (
    <Modal
      opened
      onClose={onClose}
      title={<strong>{title}</strong>}
      centered
      closeButtonProps={{ 'aria-label': words('kit.close'), size: 44 }}
    >
      <Stack gap="sm">
        <Button size="lg" fullWidth disabled={picture === null} onClick={() => printPart('label', trackingNumber ?? undefined)}>
          {printWords}
        </Button>
        {picture !== null && (
          <img className={styles.picture} src={`data:image/${picture.format};base64,${picture.data}`} alt={name} width={406} height={609} />
        )}
        {children}
      </Stack>
    </Modal>
  );
}
