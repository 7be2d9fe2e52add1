import { Button, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useCallback, useState } from 'react';
import { Empty } from '../../src-renderer/kit/Notice.tsx';
import { usePaged } from '../../src-renderer/kit/use-paged.ts';
import { words } from '../../texts/words/words.ts';
import office from '../base/Office.module.css';
import { useOffice } from '../base/office-context.tsx';
import { PageHead } from '../base/PageHead.tsx';
import { useTask } from '../base/use-task.ts';
import { ProductEntry } from './ProductEntry.tsx';
import { ProductTermsForm } from './ProductTermsForm.tsx';

const LOOK_AGAIN_MS = 60_000;
const TYPED_MS = 250;

/** The products of the catalog: the picture that tills and pickers see of each, and how it is sold. */
export function ProductsPage() {
  const { client, explain } = useOffice();
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), TYPED_MS);
  const load = useCallback((after?: string) => client.products({ text, ...(after !== undefined && { after }) }), [client, text]);
  const products = usePaged(load, explain, LOOK_AGAIN_MS);
  const { busy, said, run } = useTask();
  /** The SKU whose terms are being changed; null for none. */
  const [changing, setChanging] = useState<string | null>(null);
  return (
    <>
      <PageHead title={words('products.title')} text={words('products.text')} trouble={products.trouble} said={said} />
      <TextInput
        type="search"
        label={words('products.find')}
        value={typed}
        maxLength={200}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {products.items?.length === 0 && <Empty title={words('products.none')} />}
      <ul className={office.handOffs} aria-label={words('products.title')}>
        {products.items?.map((product) =>
          product.sku === changing ? (
            <li key={product.sku}>
              <ProductTermsForm
                product={product}
                onSubmit={async (terms) => {
                  await client.writeTerms(product.sku, terms);
                  setChanging(null);
                  products.reload();
                }}
                onClose={() => setChanging(null)}
              />
            </li>
          ) : (
            <ProductEntry
              key={product.sku}
              product={product}
              busy={busy}
              onTerms={() => setChanging(product.sku)}
              onPicture={(file) =>
                void run(async () => {
                  await client.putPicture(product.sku, file);
                  products.reload();
                  return { tone: 'good', text: words('products.written', { name: product.name }) };
                })
              }
              onRemove={() =>
                void run(async () => {
                  await client.removePicture(product.sku);
                  products.reload();
                  return { tone: 'good', text: words('products.removed', { name: product.name }) };
                })
              }
            />
          ),
        )}
      </ul>
      {products.hasMore && (
        <Button variant="default" onClick={products.more}>
          {words('office.showMore')}
        </Button>
      )}
    </>
  );
}
