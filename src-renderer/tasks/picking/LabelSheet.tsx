import { Button, Modal, Stack } from '@mantine/core';
import type { ParcelLabel } from '../../../domain/labels/parcel-label.ts';
import { printPart } from '../../kit/print-part.ts';
import { words } from '../../../texts/words/words.ts';
import styles from './Labels.module.css';

/** A label as its carrier drew it, to be printed on paper of 4 by 6 inches. */
export function LabelSheet({ label, onClose }: { readonly label: ParcelLabel; readonly onClose: () => void }) {
  const { picture, trackingNumber, no, of } = label;
  const name = words('label.pictureOf', { number: trackingNumber ?? '' });
  return (
    <Modal
      opened
      onClose={onClose}
      title={<strong>{words('label.parcelOf', { no, of })}</strong>}
      centered
      closeButtonProps={{ 'aria-label': words('kit.close'), size: 44 }}
    >
      <Stack gap="sm">
        <Button size="lg" fullWidth disabled={picture === null} onClick={() => printPart('label', trackingNumber ?? undefined)}>
          {words('label.print')}
        </Button>
        {picture !== null && (
          <img className={styles.picture} src={`data:image/${picture.format};base64,${picture.data}`} alt={name} width={406} height={609} />
        )}
      </Stack>
    </Modal>
  );
}
