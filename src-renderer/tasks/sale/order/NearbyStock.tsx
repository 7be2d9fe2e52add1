import { useState } from 'react';
import { words } from '../../../../texts/words/words.ts';
import side from '../side/SidePanel.module.css';
import styles from './Order.module.css';
import { placeWords } from './order-words.ts';
import { useNearbyStock } from './use-nearby-stock.ts';

/** How many places the sheet of an article names. */
const SHOWN = 6;

/** Who else has an article. Without a connection it says that nobody can tell, and the sale goes on. */
export function NearbyStock({ sku }: { readonly sku: string }) {
  const answer = useNearbyStock(sku);
  const [now] = useState(Date.now);
  return (
    <section className={styles.nearby} aria-label={words('saleOrder.elsewhere')}>
      <h3>{words('saleOrder.elsewhere')}</h3>
      {answer === 'asking' && <p className={side.text}>{words('saleOrder.asking')}</p>}
      {answer === null && <p className={side.text}>{words('saleOrder.cannotAsk')}</p>}
      {answer !== null && answer !== 'asking' && (
        <>
          {answer.items.length === 0 && <p className={side.text}>{words('saleOrder.nowhere')}</p>}
          <ul>
            {answer.items.slice(0, SHOWN).map((place) => (
              <li key={place.locationId}>
                <span>
                  <bdi>{place.name}</bdi>
                  <small>{placeWords(place, now)}</small>
                </span>
                <strong>{words('saleOrder.available', { count: place.available })}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
