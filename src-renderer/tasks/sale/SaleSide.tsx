import type { ReactElement, ReactNode } from 'react';
import type { Product } from '../../../domain/catalog/product.ts';
import type { CartLine } from '../../../domain/pricing/cart-line.ts';
import { loadsStoredValue } from '../../../domain/pricing/loads-stored-value.ts';
import { ApprovalPanel } from './side/ApprovalPanel.tsx';
import { GiftCardPanel } from './side/GiftCardPanel.tsx';
import { NotePanel } from './side/NotePanel.tsx';
import { OpenItemPanel } from './side/OpenItemPanel.tsx';
import { ProductPanel } from './side/ProductPanel.tsx';
import { LayOutKeys } from './keys/LayOutKeys.tsx';
import type { QuickKeyPages } from './keys/lay-out-keys.ts';
import { AgePanel } from './side/AgePanel.tsx';
import type { AgeState } from './use-age.ts';
import { PricePanel } from './side/PricePanel.tsx';
import type { CartLines } from './cart-lines.ts';
import type { SideState } from './use-side.ts';

export interface SaleSideProps {
  readonly state: SideState;
  readonly lines: CartLines;
  readonly currency: string;
  readonly taxClasses: readonly string[];
  readonly pages: QuickKeyPages;
  /** The article that is being weighed; null for none. */
  readonly weighing: ReactElement | null;
  /** What asks for the price or the serial number of a line; null for nothing. */
  readonly lacking: ReactElement | null;
  /** What asks for the customer's age. */
  readonly age: AgeState;
  /** The article whose price is told; null for none. */
  readonly checked: Product | null;
  readonly onSell: (product: Product) => void;
  /** Puts the article into the sale, to be delivered. */
  readonly onOrder: (product: Product) => void;
  readonly onChecked: () => void;
  readonly onOpenItem: (line: CartLine, code: string | null) => void;
  /** What promotions do, with the field for codes. */
  readonly coupons: ReactNode;
  /** Who buys, and how they are found. */
  readonly customer: ReactNode;
  /** The quotes of the store. */
  readonly quotes: ReactNode;
  /** How goods are ordered in place of being handed over. */
  readonly order: ReactNode;
  /** The quick keys. */
  readonly children: ReactNode;
}

/**
 * Whether nobody changes the price of a line by hand: a gift card, an account and a deposit get the money that is paid, and goods of a
 * bundle have the price of the bundle.
 */
function hasOwnPrice(line: CartLines[number] | null): boolean {
  return line !== null && (loadsStoredValue(line.kind) || line.kind === 'deposit' || line.bundle !== undefined);
}

/** The column beside the goods: the quick keys, or what takes their place. */
export function SaleSide(props: SaleSideProps) {
  const { state, lines, currency, taxClasses, age, checked, onSell, onChecked, onOpenItem, children } = props;
  const { side, marked, close } = state;
  if (side === null && props.weighing !== null) return props.weighing;
  if (side === null && props.lacking !== null) return props.lacking;
  if (side === null && age.asked !== null) return <AgePanel key={age.asked} {...age} asked={age.asked} />;
  if (side === null && checked !== null)
    return (
      <ProductPanel key={checked.sku} product={checked} currency={currency} onSell={onSell} onOrder={props.onOrder} onClose={onChecked} />
    );
  if (side === null) return children;
  switch (side.kind) {
    case 'layOut':
      return <LayOutKeys pages={props.pages} onKeep={state.layOut} onClose={close} />;
    case 'price':
      return (
        <PricePanel
          key={`${side.on} ${marked?.id}`}
          line={hasOwnPrice(marked) ? null : marked}
          on={side.on}
          currency={currency}
          onWish={state.wish}
          onClose={close}
        />
      );
    case 'note': {
      const line = lines.find(({ id }) => id === side.lineId);
      return line === undefined ? children : <NotePanel key={line.id} line={line} onNote={state.setNote} onClose={close} />;
    }
    case 'giftCard':
      return <GiftCardPanel currency={currency} onSell={(line) => (onOpenItem(line, null), close())} onClose={close} />;
    case 'coupon':
      return props.coupons;
    case 'customer':
      return props.customer;
    case 'quotes':
      return props.quotes;
    case 'order':
      return props.order;
    case 'openItem':
      return (
        <OpenItemPanel
          key={side.code}
          code={side.code}
          currency={currency}
          taxClasses={taxClasses}
          onSell={(line) => (onOpenItem(line, side.code), close())}
          onClose={close}
        />
      );
    case 'approval':
      return <ApprovalPanel waiting={side.waiting} currency={currency} onKeep={close} onOwnLimit={state.takeOwnLimit} />;
  }
}
