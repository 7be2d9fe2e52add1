import { Button } from '@mantine/core';
import type { FulfillmentOrder } from '../../../domain/fulfillment/fulfillment-order.ts';
import { replacedUnits } from '../../../domain/fulfillment/substitute.ts';
import { Instead } from '../../kit/Instead.tsx';
import { unitWords } from '../../kit/order-words.ts';
import { ProductTile } from '../../kit/ProductTile.tsx';
import { useRegister } from '../../kit/register-context.tsx';
import { words } from '../../../texts/words/words.ts';
import { type PackingDraft, putInto, takeOutOf, unitsIn } from './packing-draft.ts';
import styles from './PackDesk.module.css';

export interface PackLinesProps {
  readonly order: FulfillmentOrder;
  readonly draft: PackingDraft;
  readonly onDraft: (draft: PackingDraft) => void;
}

/** What belongs into the parcels of an order, each article with how much of it is in. */
export function PackLines({ order, draft, onDraft }: PackLinesProps) {
  const { catalog } = useRegister();
  return (
    <ul className={styles.lines} aria-label={words('picking.scanWhatGoesIn')}>
      {order.lines
        .filter((line) => line.picked > 0)
        .map((line) => {
          const { lineNo, sku, name, picked } = line;
          const short = line.short - replacedUnits(order, line);
          const inside = unitsIn(draft, lineNo);
          return (
            <li key={lineNo} className={styles.line} data-done={inside === picked}>
              <ProductTile name={name} category={catalog.product(sku)?.category} sku={sku} size={44} />
              <span className={styles.grow}>
                <strong>{name}</strong>
                <br />
                <bdi>{sku}</bdi> <Instead order={order} line={line} />
                {short > 0 && ` ${words('picking.notFromHere', { units: unitWords(short) })}`}
              </span>
              <span className={styles.count}>{words('picking.insideOf', { inside, picked })}</span>
              {inside < picked ? (
                <Button
                  variant="default"
                  aria-label={words('picking.restInOf', { name })}
                  onClick={() => onDraft(putInto(order, draft, lineNo, picked - inside))}
                >
                  {words('picking.restIn')}
                </Button>
              ) : (
                <Button
                  variant="subtle"
                  aria-label={words('picking.outAgainOf', { name })}
                  onClick={() => onDraft(takeOutOf(draft, lineNo))}
                >
                  {words('picking.outAgain')}
                </Button>
              )}
            </li>
          );
        })}
    </ul>
  );
}
