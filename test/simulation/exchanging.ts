import { accept, refuse } from '../../domain/base/result.ts';
import { exchangeGoods } from '../../domain/exchanges/exchange-goods.ts';
import { goodsExchanged } from '../../domain/exchanges/operations.ts';
import { returnableOfSale, unitsReturnable } from '../../domain/returns/return-goods.ts';
import { saleDocument } from '../../domain/sale/documents.ts';
import type { Sale } from '../../domain/sale/sale.ts';
import { act, servicesOf } from './act.ts';
import type { BackLine, Entry, SoldLine } from './books.ts';
import type { Chance } from './chance.ts';
import { backLineOf, chosenWith } from './back-lines.ts';
import { cashFor, CURRENCY, WEIGHED } from './goods.ts';
import { FAVOURITES } from './offers.ts';
import type { Person } from './person.ts';
import { count, reckon, soldLines, type Wish } from './selling.ts';

/** Whether a line is plain goods that a person can put on the counter by the piece. */
const isPlain = ({ kind, sku, serial, isOrdered }: SoldLine) => kind === 'goods' && sku !== WEIGHED.sku && serial === null && !isOrdered;

/** Sales that were paid in cash alone by somebody whom nobody knows: what comes back of them is worth cash. */
function mayExchange({ tenders = [], foreign = {}, points, lines = [] }: Entry): boolean {
  return tenders.length === 0 && Object.keys(foreign).length === 0 && points === undefined && lines.some(isPlain);
}

/** One piece of another article, or two. */
export function wishFor(chance: Chance): Wish {
  const bought = new Map([[chance.pick(FAVOURITES), chance.int(1, 2)]]);
  return { bought, halved: new Set(), load: null, customer: undefined, paysMinor: 0, codes: [], extras: [], ordered: null };
}

/** A plain line of a sale of which something is left. */
function lineOf(sale: Sale, entry: Entry, place: number) {
  const open = returnableOfSale(sale).filter(
    (line) => unitsReturnable(line) > 0 && entry.lines?.some((sold) => sold.lineNo === line.lineNo && isPlain(sold)) === true,
  );
  return open[place % Math.max(1, open.length)];
}

/**
 * Somebody brings a piece back and takes another article home: for as much, for more and for less. Two desks that are cut off take the
 * same piece back, too.
 */
export async function exchange(person: Person, chance: Chance): Promise<void> {
  const { books } = person;
  const services = servicesOf(person);
  const sales = [...books.sales.values()].filter(mayExchange);
  if (services === null || sales.length === 0) return;
  const entry = chance.pick(sales);
  const wish = wishFor(chance);
  const place = chance.int(0, 1_000);
  const { operation } = entry;
  const found = 'receiptNumber' in operation.payload ? await services.findReturnable(String(operation.payload.receiptNumber)) : 'not_found';
  if (typeof found === 'string' || found.kind !== 'sale' || found.sale.saleId !== operation.id) return;
  const counted = count(person, services, wish);
  if (counted === null) return;
  const total = reckon(person, counted);
  const { counter, priced } = counted;
  let back: readonly BackLine[] = [];
  const worth = () => back.reduce((sum, { minor }) => sum + minor, 0);
  const isDone = await act(
    person,
    ({ reader, nextReceiptNumber: receiptNumber, openShift }) => {
      const sale = reader.get(saleDocument, found.sale.receiptNumber) ?? found.sale;
      const line = lineOf(sale, entry, place);
      if (line === undefined) return refuse('nothing_to_return');
      if (openShift === null) return refuse('no_open_shift');
      const choices = chosenWith(returnableOfSale(sale), { line, quantity: 1, disposition: 'restock' });
      back = choices.map((choice) => backLineOf(entry, choice));
      const { cashRounding } = counter;
      const exchanged = exchangeGoods({
        receiptNumber,
        back: { origin: { kind: 'sale', receiptNumber: sale.receiptNumber }, currency: CURRENCY, choices, cashRounding, paid: sale },
        sale: {
          priced,
          currency: counter.currency,
          pricesIncludeTax: counter.rules.pricesIncludeTax,
          cashGivenMinor: total > worth() ? total - worth() + 500 : 0,
          cashRounding,
        },
      });
      return exchanged.ok ? accept(goodsExchanged.request(exchanged.value)) : exchanged;
    },
    () => {
      const differenceMinor = total - worth();
      return {
        shelf: [
          ...back.filter(({ kind }) => kind === 'goods').map(({ sku, units }) => ({ sku, units })),
          ...[...wish.bought].map(([sku, units]) => ({ sku, units: -units })),
        ],
        cashMinor: Math.sign(differenceMinor) * cashFor(Math.abs(differenceMinor)),
        soldMinor: total,
        refundMinor: worth(),
        lines: soldLines(counted),
        back,
      };
    },
  );
  if (isDone) books.shelve(person.device.options.identity.storeId, back);
}
