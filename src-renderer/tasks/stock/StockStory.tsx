import { Button } from '@mantine/core';
import { associateDocument } from '../../../domain/associates/documents.ts';
import type { Product } from '../../../domain/catalog/product.ts';
import { formatMoment } from '../../../texts/say/format-time.ts';
import { words } from '../../../texts/words/words.ts';
import { useDocuments, useView } from '../../kit/register-context.tsx';
import { unitsOf } from './stock-units.ts';
import styles from './Stock.module.css';
import { movedWords, storyWords } from './story-words.ts';
import { useStockStory } from './use-stock-story.ts';

/** What moved the stock of an article in this store: what, when and by whom. */
export function StockStory({ product }: { readonly product: Product }) {
  const story = useStockStory(product.sku);
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const people = useDocuments(associateDocument);
  const show = unitsOf(product);
  const who = (id: string | null) => (id === null ? [] : [people.get(id)?.name ?? id]);
  return (
    <section className={styles.card} aria-label={words('stock.story')}>
      <h2>{words('stock.story')}</h2>
      {story === 'asking' && <p>{words('saleOrder.asking')}</p>}
      {story === null && <p>{words('stock.storyOffline')}</p>}
      {story !== 'asking' && story !== null && (
        <>
          {story.items.length === 0 && <p>{words('stock.noStory')}</p>}
          <ol className={styles.story}>
            {story.items.map((entry) => (
              <li key={entry.id}>
                <span>
                  <strong>{storyWords(entry)}</strong>
                  <small>{[formatMoment(entry.at, timezone), ...who(entry.associateId)].join(' · ')}</small>
                </span>
                <span className={styles.moved}>{movedWords(entry, show)}</span>
              </li>
            ))}
          </ol>
          {story.more !== null && (
            <Button variant="default" size="md" onClick={story.more}>
              {words('stock.older')}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
