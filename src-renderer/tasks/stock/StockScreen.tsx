import { useState } from 'react';
import type { Product } from '../../../domain/catalog/product.ts';
import { setAsideDocument } from '../../../domain/stock/set-aside.ts';
import { available } from '../../../domain/stock/stock.ts';
import { formatMoment } from '../../../texts/say/format-time.ts';
import { words } from '../../../texts/words/words.ts';
import { useCurrent, useRegister, useSync, useView } from '../../kit/register-context.tsx';
import { useScanner } from '../../kit/scanner/use-scanner.ts';
import { Screen } from '../../kit/Screen.tsx';
import { NearbyStock } from '../sale/order/NearbyStock.tsx';
import { AdjustForm } from './AdjustForm.tsx';
import { FindArticle } from './FindArticle.tsx';
import { StockStory } from './StockStory.tsx';
import { unitsOf } from './stock-units.ts';
import styles from './Stock.module.css';

interface FigureProps {
  readonly label: string;
  readonly value: string;
}

function Figure({ label, value }: FigureProps) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** What this store has of an article, how old that is, who else has it, what moved it, and a way to put the book right. */
function Article({ product }: { readonly product: Product }) {
  const { sku } = product;
  const { stockOf } = useRegister();
  // Each state of the view may have another level.
  useView((view) => view);
  const level = stockOf(sku);
  const aside = [...useCurrent(setAsideDocument).values()].filter((one) => one.sku === sku).reduce((sum, one) => sum + one.quantity, 0);
  const pulledAt = useSync((sync) => sync.replicaCompleteAt);
  const timezone = useView((view) => view.store?.timezone ?? 'UTC');
  const show = unitsOf(product);
  return (
    <div className={styles.article}>
      <section className={styles.card} aria-label={words('stock.here')}>
        <h2>
          <bdi>{product.name}</bdi>
        </h2>
        <p>
          <bdi>{sku}</bdi>
          {level?.bin != null && ` · ${words('stock.bin', { bin: level.bin })}`}
        </p>
        {level === undefined ? (
          <p>{words('sale.noStockRecord')}</p>
        ) : (
          <dl className={styles.figures}>
            <Figure label={words('stock.onHand')} value={show(level.onHand)} />
            <Figure label={words('stock.reserved')} value={show(level.reserved)} />
            <Figure label={words('stock.available')} value={show(Math.max(0, available(level)))} />
            <Figure label={words('setAside.title')} value={show(aside)} />
          </dl>
        )}
        <p>
          {pulledAt === null
            ? words('stock.ageUnknown')
            : words('stock.age', { moment: formatMoment(new Date(pulledAt).toISOString(), timezone) })}
        </p>
      </section>
      <AdjustForm key={sku} product={product} onHand={level?.onHand ?? 0} />
      <div className={styles.card}>
        <NearbyStock sku={sku} />
      </div>
      <StockStory product={product} />
    </div>
  );
}

/** The stock of an article: found by scan or by name. */
export function StockScreen() {
  const { catalog } = useRegister();
  const [product, setProduct] = useState<Product | null>(null);
  useScanner((code) => {
    const found = catalog.lookup(code);
    if (found === undefined) return words('stock.unknownCode', { code });
    setProduct(found);
    return null;
  });
  return (
    <Screen title={words('stock.title')}>
      <FindArticle onFound={setProduct} />
      {product !== null && <Article product={product} />}
    </Screen>
  );
}
