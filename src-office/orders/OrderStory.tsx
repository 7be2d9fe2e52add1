import type { OrderAnswer } from '../../domain/orders/order-request.ts';
import type { OrderStory as Story } from '../../domain/orders/order-story.ts';
import { formatMoment } from '../../texts/say/format-time.ts';
import { words } from '../../texts/words/words.ts';
import styles from './OrderSheet.module.css';
import { storySentence } from './story-sentence.ts';
import { usePlaces } from './use-places.ts';

/** What happened to an order, the oldest first, by the clock of its store. */
export function OrderStory({ order, story }: { readonly order: OrderAnswer; readonly story: Story }) {
  const { nameOf, zoneOf } = usePlaces();
  const timezone = zoneOf(order.fulfillmentOrders.map(({ locationId }) => locationId));
  return (
    <>
      {!story.complete && <p>{words('orders.storyCut')}</p>}
      <ol className={styles.story}>
        {story.items.map((entry, index) => {
          const { title, details, tone } = storySentence(entry, { order, nameOf, timezone });
          return (
            <li key={entry.kind === 'operation' ? entry.id : `${entry.kind} ${index}`} data-tone={tone}>
              <time dateTime={entry.at}>{formatMoment(entry.at, timezone)}</time>
              <span>
                <strong>{title}</strong>
                {details.length > 0 && <small>{details.join(' · ')}</small>}
              </span>
            </li>
          );
        })}
      </ol>
    </>
  );
}
