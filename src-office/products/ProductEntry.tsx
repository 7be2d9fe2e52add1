import { Button, FileButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import { PICTURE_TYPES, type ProductRow } from '../../domain/catalog/picture.ts';
import { Tile } from '../../src-renderer/kit/ProductTile.tsx';
import { words } from '../../texts/words/words.ts';
import { useOffice } from '../base/office-context.tsx';
import { TwoSteps } from '../base/TwoSteps.tsx';
import { termsWords } from './terms-words.ts';
import styles from './ProductEntry.module.css';

export interface ProductEntryProps {
  readonly product: ProductRow;
  readonly busy: boolean;
  readonly onPicture: (file: File) => void;
  readonly onRemove: () => void;
  /** Asks how it is sold. */
  readonly onTerms: () => void;
}

/** The picture of a product from the server, as something that the page can show; null until it is there. */
function usePictureUrl({ sku, picture }: ProductRow): string | null {
  const { client } = useOffice();
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    let made: string | null = null;
    let isHere = true;
    if (picture !== null) {
      client.picture(sku).then(
        (file) => {
          if (isHere) setUrl((made = URL.createObjectURL(file)));
        },
        // The row says all else about the product; the next look may bring it.
        () => undefined,
      );
    }
    return () => {
      isHere = false;
      setUrl(null);
      if (made !== null) URL.revokeObjectURL(made);
    };
  }, [client, sku, picture]);
  return url;
}

/** A product with its picture and how it is sold, and how to change both. */
export function ProductEntry({ product, busy, onPicture, onRemove, onTerms }: ProductEntryProps) {
  const { sku, name, category, gtin, picture, terms } = product;
  const sold = termsWords(terms);
  const url = usePictureUrl(product);
  return (
    <li className={styles.row} aria-label={name}>
      <Tile name={name} category={category} url={url} size={64} />
      <div className={styles.what}>
        <strong>
          <bdi>{name}</bdi>
        </strong>
        <span className={styles.codes}>
          <bdi>{sku}</bdi>
          {gtin !== null && (
            <>
              {' · '}
              <bdi>{gtin}</bdi>
            </>
          )}
        </span>
        {sold !== '' && <span>{sold}</span>}
      </div>
      <Button variant="default" disabled={busy} aria-label={words('products.termsOf', { name })} onClick={onTerms}>
        {words('products.terms')}
      </Button>
      <FileButton accept={PICTURE_TYPES.join(',')} onChange={(file) => file !== null && onPicture(file)}>
        {(button) => (
          <Button variant="default" disabled={busy} aria-label={words('products.chooseFor', { name })} {...button}>
            {words(picture === null ? 'products.choose' : 'products.change')}
          </Button>
        )}
      </FileButton>
      {picture !== null && (
        <TwoSteps
          label={words('products.remove')}
          labelOne={words('products.removeOne', { name })}
          confirm={words('products.removeSure')}
          confirmOne={words('products.removeSureOne', { name })}
          busy={busy}
          onDone={onRemove}
        />
      )}
    </li>
  );
}
