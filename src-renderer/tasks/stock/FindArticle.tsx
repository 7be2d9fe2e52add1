import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Product } from '../../../domain/catalog/product.ts';
import { words } from '../../../texts/words/words.ts';
import { IconSearch } from '../../kit/icons.ts';
import { Empty } from '../../kit/Notice.tsx';
import { useRegister } from '../../kit/register-context.tsx';
import styles from './Stock.module.css';

/** As many articles as are offered. */
const MOST_FOUND = 12;

/** Finds an article by scan, name or number. */
export function FindArticle({ onFound }: { readonly onFound: (product: Product) => void }) {
  const { catalog } = useRegister();
  const [text, setText] = useState('');
  const found = text.trim() === '' ? [] : catalog.searchForgiving(text.trim(), MOST_FOUND);
  return (
    <>
      <TextInput
        size="lg"
        label={words('stock.find')}
        leftSection={<IconSearch aria-hidden size={24} />}
        autoComplete="off"
        autoFocus
        value={text}
        maxLength={100}
        data-search
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {text.trim() !== '' && found.length === 0 && <Empty title={words('stock.notFound')}>{words('stock.notFoundText')}</Empty>}
      {found.length > 0 && (
        <ul className={styles.found} aria-label={words('sale.found')}>
          {found.map((product) => (
            <li key={product.sku}>
              <Button variant="default" size="lg" fullWidth justify="flex-start" onClick={() => (setText(''), onFound(product))}>
                <bdi>{product.name}</bdi> · <bdi>{product.sku}</bdi>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
