import { dateInZone } from '../../domain/base/zoned-date.ts';
import { accept, refuse } from '../../domain/base/result.ts';
import { goodsReturned } from '../../domain/returns/operations.ts';
import { takeEmpties } from '../../domain/returns/take-empties.ts';
import { storedValueId } from '../../domain/stored-value/stored-value.ts';
import { emptiesLines } from '../../src-renderer/tasks/empties/empties.ts';
import { counterRules, priceCart } from '../../src-renderer/tasks/sale/price-cart.ts';
import { counterView } from '../support/counter-view.ts';
import { act, servicesOf } from './act.ts';
import { BOTTLE, EMPTY_MINOR } from './articles.ts';
import type { Chance } from './chance.ts';
import { cashFor } from './goods.ts';
import type { Person } from './person.ts';

/** Somebody brings empty bottles, wherever they were bought, and gets their deposit, in cash or as store credit. */
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
  const credit = chance.percent(40) ? storedValueId(String(chance.int(10_000_000, 2_000_000_000))) : null;
  await act(
    person,
    ({ nextReceiptNumber, openShift }) => {
      if (credit === null && openShift === null) return refuse('no_open_shift');
      const to = credit === null ? 'cash' : { storeCredit: credit };
      const taken = takeEmpties({ receiptNumber: nextReceiptNumber, currency, deposits, cashRounding, to });
      return taken.ok ? accept(goodsReturned.request(taken.value)) : taken;
    },
    () => ({
      shelf: [],
      cashMinor: credit === null ? -cashFor(minor) : 0,
      soldMinor: 0,
      refundMinor: minor,
      ...(credit !== null && {
        giftCards: { [credit]: minor },
        tenders: [{ kind: 'store_credit', reference: credit, amountMinor: -minor }],
      }),
      back: [{ kind: 'deposit', sku: BOTTLE, units, minor, serial: null }],
    }),
  );
}
