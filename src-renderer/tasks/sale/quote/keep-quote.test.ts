import { describe, expect, it } from 'vitest';
import { dateInZone } from '../../../../domain/base/zoned-date.ts';
import { quoteKept } from '../../../../domain/quotes/operations.ts';
import type { Quote } from '../../../../domain/quotes/quote.ts';
import type { OperationRequest } from '../../../../domain/registry/operations.ts';
import { accept } from '../../../../domain/base/result.ts';
import type { RecordContext, RegisterServices } from '../../../kit/register-services.ts';
import { promotion } from '../../../../domain/promotions/promotion.ts';
import { cartLineOf, operationOf } from '../../../../test/support/examples.ts';
import { oneTaxPerClass } from '../../../../domain/tax/tax-rules.ts';
import { NOT_ROUNDED } from '../../../../domain/payments/cash-rounding.ts';
import { cartOn, counterDevice, product } from '../../../../test/support/counter-device.ts';
import { type CounterRules, priceCart } from '../price-cart.ts';
import { keepQuote, sellByQuote } from './keep-quote.ts';

const TODAY = dateInZone(Date.now(), 'UTC');
const RULES: CounterRules = {
  ...{ currency: 'USD', cashRounding: NOT_ROUNDED, taxClasses: ['standard'], taxExemptionId: null },
  rules: { pricesIncludeTax: false, taxes: oneTaxPerClass({ standard: 88_750 }), promotions: [], date: TODAY },
};

describe('a quote', () => {
  async function kept(validUntil: string, customerId: string | null = null, rules: CounterRules = RULES): Promise<Quote> {
    const device = counterDevice();
    const cart = await cartOn(device);
    cart.add(product, 2);
    cart.setCustomer(customerId);
    cart.reprice({ lines: cart.state.getState().lines, saleDiscount: { basisPoints: 1000, reason: 'goodwill', approvedBy: 'M' } });
    const recorded: OperationRequest[] = [];
    const record: RegisterServices['record'] = (decide) => {
      const decision = decide({} as RecordContext);
      if (!decision.ok) return Promise.resolve(decision);
      recorded.push(decision.value);
      return Promise.resolve(accept(operationOf(decision.value as never)));
    };
    const result = await keepQuote({ ...device, record }, cart, rules, validUntil);
    if (!result.ok) throw new Error(result.refusal);
    expect(cart.state.getState().lines).toHaveLength(1);
    expect(recorded.map(({ type }) => type)).toEqual([quoteKept.type]);
    return result.value;
  }

  it('is recorded, leaves the counter as it is, and is sold at its price', async () => {
    const quote = await kept('9999-12-31');
    const cart = await cartOn(counterDevice());
    expect(sellByQuote(cart, quote, TODAY)).toBe(true);
    const { lines, saleDiscount } = cart.state.getState();
    expect(saleDiscount).toBeNull();
    expect(priceCart(lines, RULES).totalMinor).toBe(quote.totalMinor);
    // Other units are sold at the prices of the day.
    cart.setQuantity('1', 3);
    expect(cart.state.getState().lines[0]?.quoted).toBeUndefined();
  });

  const dearer = { product: () => ({ ...product, unitPrice: 120_000 }) } as unknown as RegisterServices['catalog'];
  const unitPrices = (cart: Awaited<ReturnType<typeof cartOn>>) => cart.state.getState().lines.map(({ unitPrice }) => unitPrice);

  it('promises its price for its own units alone: others cost what the catalog asks today', async () => {
    const cart = await cartOn({ ...counterDevice(), catalog: dearer });
    sellByQuote(cart, await kept('9999-12-31'), TODAY);
    expect(unitPrices(cart)).toEqual([100_000]);
    cart.order('1', 1, { kind: 'ship' });
    expect(unitPrices(cart)).toEqual([120_000, 120_000]);
    cart.setQuantity('1', 5);
    expect(unitPrices(cart)).toEqual([120_000, 120_000]);
  });

  it('promises nothing that each customer may have a number of times: it counts once it is used', async () => {
    const dates = { startsOn: '2000-01-01', endsOn: '9999-12-31' };
    const once = { kind: 'percent_off', id: 'P1', name: 'Half', skus: ['A'], basisPoints: 5000, maxUsesPerCustomer: 1, ...dates };
    const promotions = [promotion.parse(once)];
    const rules = { ...RULES, rules: { ...RULES.rules, promotions, customerId: 'C1' } };
    expect(priceCart([cartLineOf()], rules).totalMinor).toBeLessThan(priceCart([cartLineOf()], RULES).totalMinor);
    expect((await kept('9999-12-31', 'C1', rules)).totalMinor).toBe((await kept('9999-12-31')).totalMinor);
  });

  it('is lost, and that is told, where the customer whom it was given to does not buy', async () => {
    const cart = await cartOn({ ...counterDevice(), catalog: dearer });
    sellByQuote(cart, await kept('9999-12-31', 'C1'), TODAY);
    expect(unitPrices(cart)).toEqual([100_000]);
    cart.setCustomer(null);
    expect(unitPrices(cart)).toEqual([120_000]);
    expect(cart.state.getState().changedPrices).toMatchObject([{ before: 100_000, after: 120_000 }]);
  });

  it('that has ended is sold at the prices of today', async () => {
    const quote = await kept('2000-01-01');
    const cart = await cartOn(counterDevice());
    expect(sellByQuote(cart, quote, TODAY)).toBe(false);
    const { lines } = cart.state.getState();
    expect(lines[0]?.quoted).toBeUndefined();
    expect(priceCart(lines, RULES).totalMinor).toBeGreaterThan(quote.totalMinor);
  });

  it('[J1] is none where it could not be kept', async () => {
    const device = counterDevice();
    const cart = await cartOn(device);
    cart.add(product);
    expect(await keepQuote(device, cart, RULES, '9999-12-31')).toEqual({ ok: false, refusal: 'storage_full' });
  });
});
