import { Button } from '@mantine/core';
import { available } from '../../../../domain/stock/stock.ts';
import { bundlesIn } from '../../../../domain/catalog/bundles-in.ts';
import type { Product } from '../../../../domain/catalog/product.ts';
import { formatNumber, formatUnitPrice } from '../../../../texts/say/format-money.ts';
import { ProductTile } from '../../../kit/ProductTile.tsx';
import { useRegister, useView } from '../../../kit/register-context.tsx';
import { words } from '../../../../texts/words/words.ts';
import { NearbyStock } from '../order/NearbyStock.tsx';
import { priceTag } from '../price/price-tag.ts';
import { useShelfPrice } from '../price/use-shelf-price.ts';
import { SidePanel } from './SidePanel.tsx';
import styles from './SidePanel.module.css';

export interface ProductPanelProps {
  readonly product: Product;
  readonly currency: string;
  readonly onSell: (product: Product) => void;
  /** Puts it into the sale, to be delivered. */
  readonly onOrder: (product: Product) => void;
  readonly onClose: () => void;
}

/** What an article costs, how many are here, and where they lie. Nothing of it is in the sale yet. */
export function ProductPanel({ product, currency, onSell, onOrder, onClose }: ProductPanelProps) {
  const { stockOf, catalog } = useRegister();
  useView((view) => view.stockVersion);
  const components = product.terms?.components ?? [];
  const level = stockOf(product.sku);
  const free = (sku: string) => {
    const one = stockOf(sku);
    return one === undefined ? 0 : available(one);
  };
  const isStocked = components.length === 0 && product.terms?.kind === undefined;
  const { unitPrice, breaks } = useShelfPrice()(product);
  const facts: readonly (readonly [string, string | null])[] = [
    [words('counter.product.sku'), product.sku],
    [words('counter.product.barcode'), product.gtin],
    [words('counter.product.brand'), product.brand],
    [words('counter.product.size'), product.size],
    [words('counter.product.category'), product.category],
    ...(components.length > 0
      ? ([
          ...components.map(({ sku, quantity }) => [words('bundle.holds'), `${quantity} × ${catalog.product(sku)?.name ?? sku}`] as const),
          [words('counter.product.available'), String(bundlesIn(components, free))],
        ] as const)
      : []),
    ...(isStocked
      ? ([
          [words('counter.product.bin'), level?.bin ?? null],
          [words('counter.product.onHand'), level === undefined ? words('sale.notStocked') : String(level.onHand)],
          [words('counter.product.reserved'), level === undefined ? null : String(level.reserved)],
          [words('counter.product.available'), level === undefined ? null : String(available(level))],
        ] as const)
      : []),
  ];
  return (
    <SidePanel title={words('counter.product')} onClose={onClose}>
      <div className={styles.what}>
        <ProductTile name={product.name} category={product.category} sku={product.sku} size={96} />
        <div>
          <strong>
            <bdi>{product.name}</bdi>
          </strong>
        </div>
        <div className={styles.prices}>
          {unitPrice < product.unitPrice && <s>{formatUnitPrice(product.unitPrice, currency)}</s>}
          <strong>{priceTag(product, unitPrice, currency)}</strong>
          {breaks.map((one) => (
            <span key={one.fromQuantity}>
              {words('counter.priceFrom', { count: formatNumber(one.fromQuantity), price: formatUnitPrice(one.unitPrice, currency) })}
            </span>
          ))}
        </div>
      </div>
      <dl className={styles.facts}>
        {facts.map(([label, value]) =>
          value === null || value === '' ? null : (
            <div key={`${label} ${value}`}>
              <dt>{label}</dt>
              <dd>
                <bdi>{value}</bdi>
              </dd>
            </div>
          ),
        )}
      </dl>
      {isStocked && <NearbyStock sku={product.sku} />}
      <div className={styles.end} data-stays>
        <div className={styles.pair}>
          <Button data-first size="lg" onClick={() => onSell(product)}>
            {words('counter.openItemSell')}
          </Button>
          {product.soldBy === 'piece' && isStocked && (
            <Button variant="default" size="lg" onClick={() => onOrder(product)}>
              {words('saleOrder.order')}
            </Button>
          )}
        </div>
      </div>
    </SidePanel>
  );
}
