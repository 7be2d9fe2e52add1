import { dateInZone } from '../../domain/base/zoned-date.ts';
import { accept, refuse } from '../../domain/base/result.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import { takeEmpties } from '../../domain/returns/take-empties.ts';
import { emptiesLines } from '../../src-renderer/tasks/returns/empties.ts';
import { counterRules, priceCart } from '../../src-renderer/tasks/sale/price-cart.ts';
import { counterView } from '../support/counter-view.ts';
import { act, servicesOf } from './act.ts';
import { BOTTLE, EMPTY_MINOR } from './articles.ts';
import type { Chance } from './chance.ts';
import { cashFor } from './goods.ts';
import type { Person } from './person.ts';

/** Somebody brings empty bottles, wherever they were bought, and gets their deposit. */
export async function bringEmpties(person: Person, chance: Chance): Promise<void> {
  const { device } = person;
  const services = servicesOf(person);
  if (services === null) return;
  const units = chance.int(1, 40);
  const view = services.view.getState();
  const date = dateInZone(Date.now() + device.clockError, view.store?.timezone ?? 'UTC');
  const counter = counterRules(counterView(view), date);
  const bottles = emptiesLines(new Map([[BOTTLE, units]]), (sku) => services.catalog.product(sku));
  if (counter === null || bottles.length === 0) return;
  const { currency, cashRounding } = counter;
  const deposits = priceCart(bottles, counter).lines;
  const minor = units * EMPTY_MINOR;
  await act(
    person,
    ({ nextReceiptNumber, openShift }) => {
      if (openShift === null) return refuse('no_open_shift');
      const taken = takeEmpties({ receiptNumber: nextReceiptNumber, currency, deposits, cashRounding });
      return taken.ok ? accept(goodsReturned.request(taken.value)) : taken;
    },
    () => ({
      shelf: [],
      cashMinor: -cashFor(minor),
      soldMinor: 0,
      refundMinor: minor,
      back: [{ kind: 'deposit', sku: BOTTLE, units, minor, serial: null }],
    }),
  );
}
