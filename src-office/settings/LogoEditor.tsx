import { Button, FileButton } from '@mantine/core';
import { useState } from 'react';
import { LOGO, receiptLogo } from '../../domain/sale/settings.ts';
import { Notice } from '../../src-renderer/kit/Notice.tsx';
import { pictureDots } from '../../src-renderer/kit/paper/dots.ts';
import { words } from '../../src-renderer/words/words.ts';
import type { EditorProps } from './editor-props.ts';
import { logoSize } from './logo-size.ts';
import { ReceiptPreview } from './ReceiptPreview.tsx';
import styles from './Settings.module.css';

type Logo = typeof receiptLogo.standard;

/** A picture as a printer prints it, as large as a logo may be. Rejects where the file is none. */
async function readLogo(file: File): Promise<Logo> {
  const picture = await createImageBitmap(file);
  const { width, height, across } = logoSize(picture, LOGO);
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
