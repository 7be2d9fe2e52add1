import type { Product } from '../../../../domain/catalog/product.ts';
import type { ScaleServices } from '../../../kit/scale-services.ts';
import type { Cart } from '../cart-state.ts';
import { type Weighed, weightLine } from './weighed-goods.ts';

/** Puts an article that was weighed onto the counter. */
export function addWeighed(cart: Cart, product: Product, weighed: Weighed): void {
  cart.setWeighing(null);
  cart.add(product, 1, weightLine(weighed));
}

/** Weighs an article for the counter: at once where its weight can be taken, else as soon as somebody takes or types one. */
export function weigh(cart: Cart, scale: Pick<ScaleServices, 'take'>, product: Product): void {
  const taken = scale.take(product.tareGrams);
  if (taken.ok) addWeighed(cart, product, { ...taken.value, by: 'scale' });
  else cart.setWeighing(product);
}
