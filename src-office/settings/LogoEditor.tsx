import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import { LOGO, type receiptLogo } from '../../domain/sale/settings.ts';
import { Notice } from '../../src-renderer/kit/Notice.tsx';
import { pictureDots } from '../../texts/paper/dots.ts';
import { words } from '../../texts/words/words.ts';
import type { EditorProps } from './editor-props.ts';
import { logoSize } from './logo-size.ts';
import { ReceiptPreview } from './ReceiptPreview.tsx';
import styles from './Settings.module.css';

type Logo = typeof receiptLogo.standard;

/** The picture in a file. Rejects where it is none. */
async function readPicture(file: File): Promise<HTMLImageElement> {
  const url = URL.createObjectURL(file);
  try {
    const picture = new Image();
    picture.src = url;
    await picture.decode();
    return picture;
  } finally {
    URL.revokeObjectURL(url);
  }
}

/** A picture as a printer prints it, as large as a logo may be. */
async function readLogo(file: File): Promise<Logo> {
  const picture = await readPicture(file);
  const { width, height, across } = logoSize({ width: picture.naturalWidth, height: picture.naturalHeight }, LOGO);
  const canvas = document.createElement('canvas');
  [canvas.width, canvas.height] = [across, height];
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('This browser draws nothing.');
  context.drawImage(picture, Math.floor((across - width) / 2), 0, width, height);
  return pictureDots(context.getImageData(0, 0, across, height));
}

/** The logo above receipts: any picture that the browser reads. */
export function LogoEditor({ value, onChange }: EditorProps<Logo>) {
  const [draft, setDraft] = useState(value);
  const [isWrong, setWrong] = useState(false);
  const take = (logo: Logo) => {
    setWrong(false);
    setDraft(logo);
    onChange(logo);
  };
  return (
    <>
      <div className={styles.actions}>
        <FileButton accept="image/*" onChange={(file) => file !== null && void readLogo(file).then(take, () => setWrong(true))}>
          {(props) => (
            <Button variant="default" {...props}>
              {words('settings.logo.choose')}
            </Button>
          )}
        </FileButton>
      </div>
      {isWrong && <Notice tone="bad">{words('settings.logo.wrong')}</Notice>}
      <ReceiptPreview seller={{ logo: draft }} />
    </>
  );
}
