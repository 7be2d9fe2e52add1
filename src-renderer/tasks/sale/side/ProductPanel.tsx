import { Button } from '@mantine/core';
import { available, type StockLevel } from '../../../../domain/stock/stock.ts';
import { bundlesIn } from '../../../../domain/catalog/bundles-in.ts';
import type { Product } from '../../../../domain/catalog/product.ts';
import { formatNumber, formatUnitPrice } from '../../../../texts/say/format-money.ts';
import { ProductTile } from '../../../kit/ProductTile.tsx';
import type { RegisterServices } from '../../../kit/register-services.ts';
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

/** What stands in the list of facts: what it is, and how much; null or empty for nothing. */
type Fact = readonly [label: string, value: string | null];

/** Whether stock is kept of an article: of a service, a fee, a deposit and a bundle there is none. */
const isKept = ({ terms }: Product): boolean => terms?.components === undefined && terms?.kind === undefined;

function stockFacts(level: StockLevel | undefined): Fact[] {
  return [
    [words('counter.product.bin'), level?.bin ?? null],
    [words('counter.product.onHand'), level === undefined ? words('sale.notStocked') : String(level.onHand)],
    [words('counter.product.reserved'), level === undefined ? null : String(level.reserved)],
    [words('counter.product.available'), level === undefined ? null : String(available(level))],
  ];
}

/** What is in a bundle, and how many of it can be made here; nothing of what is no bundle. */
function bundleFacts({ terms }: Product, { stockOf, catalog }: Pick<RegisterServices, 'stockOf' | 'catalog'>): Fact[] {
  const { components } = terms ?? {};
  if (components === undefined) return [];
  const free = (sku: string) => {
    const level = stockOf(sku);
    return level === undefined ? 0 : available(level);
  };
  return [
    ...components.map(({ sku, quantity }): Fact => [words('bundle.holds'), `${quantity} × ${catalog.product(sku)?.name ?? sku}`]),
    [words('counter.product.available'), String(bundlesIn(components, free))],
  ];
}

/** What an article costs, how many are here, and where they lie. Nothing of it is in the sale yet. */
export function ProductPanel({ product, currency, onSell, onOrder, onClose }: ProductPanelProps) {
  const { stockOf, catalog } = useRegister();
  useView((view) => view.stockVersion);
  const isStocked = isKept(product);
  const { unitPrice, breaks } = useShelfPrice()(product);
  const facts = [
    [words('counter.product.sku'), product.sku],
    [words('counter.product.barcode'), product.gtin],
    [words('counter.product.brand'), product.brand],
    [words('counter.product.size'), product.size],
    [words('counter.product.category'), product.category],
    ...(isStocked ? stockFacts(stockOf(product.sku)) : bundleFacts(product, { stockOf, catalog })),
  ] as const;
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
