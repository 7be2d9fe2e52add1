import type { Product } from '../../../../domain/catalog/product.ts';
import type { ScaleServices } from '../../../kit/scale-services.ts';
import type { Cart } from '../cart-state.ts';
import { weightLine } from './weighed-goods.ts';

/** Puts an article that was weighed onto the counter. */
export function addWeighed(cart: Cart, product: Product, grams: number): void {
  cart.setWeighing(null);
  cart.add(product, 1, weightLine(grams));
}

/** Weighs an article for the counter: at once where its weight can be taken, else as soon as somebody takes or types one. */
export function weigh(cart: Cart, scale: Pick<ScaleServices, 'take'>, product: Product): void {
  const taken = scale.take();
  if (taken.ok) addWeighed(cart, product, taken.value);
  else cart.setWeighing(product);
}
