import { describe, expect, it, vi } from 'vitest';
import type { Associate } from '../../../domain/associates/associate.ts';
import { createCart } from './cart.ts';
import { enterCode } from './enter-code.ts';
import { cartOn, counterDevice as device, product } from '../../../test/support/counter-device.ts';
import { cartLineOf, saleOf } from '../../../test/support/examples.ts';

/** What the goods came to when their payment began. */
const SUM = { lines: saleOf([cartLineOf()]).lines, totalMinor: 100, taxMinor: 0, coupons: [] };

describe('the cart', () => {
  it('is found again after a crash, and says so', async () => {
    const drafts = device();
    const before = await cartOn(drafts);
    before.add(product);
    before.add(product, 2);
    const after = await cartOn(drafts);
    expect(after.state.getState()).toMatchObject({ restored: true, lines: before.state.getState().lines });
    expect(after.state.getState().lines[0]?.quantity).toBe(3);
  });

  it('is not found again after it was cleared', async () => {
    const drafts = device();
    const before = await cartOn(drafts);
    before.add(product);
    expect(before.clear('other')?.lines).toHaveLength(1);
    expect((await cartOn(drafts)).state.getState()).toMatchObject({ restored: false, lines: [] });
  });

  it('[J1] is not sold twice when the app died between the record and the clearing', async () => {
    const drafts = device();
    drafts.append('sale');
    const before = await cartOn(drafts);
    before.add(product);
    drafts.append('other');
    drafts.append('sale');
    expect((await cartOn(drafts)).state.getState().lines).toEqual([]);
  });

  it('is found again when the app died before the record, whatever was recorded before or beside it', async () => {
    const drafts = device();
    drafts.append('sale');
    const before = await cartOn(drafts);
    before.add(product);
    drafts.append('other');
    expect((await cartOn(drafts)).state.getState().lines).toHaveLength(1);
  });

  it('keeps what was scanned while the draft was being read', async () => {
    const drafts = device();
    (await cartOn(drafts)).add(product);
    const cart = createCart(drafts);
    cart.add({ ...product, sku: 'B' });
    await vi.waitFor(() => expect(cart.state.getState().ready).toBe(true));
    expect(cart.state.getState().lines.map((line) => line.sku)).toEqual(['B']);
  });

  it('notes in the journal what is taken off it, and nothing else', async () => {
    const drafts = device();
    const cart = await cartOn(drafts);
    cart.add(product, 3);
    cart.setQuantity('1', 5);
    cart.setQuantity('1', 4);
    cart.setQuantity('1', 4);
    const cleared = cart.clear('other');
    if (cleared === null) throw new Error('Nothing was cleared.');
    cart.bringBack(cleared);
    cart.setQuantity('1', 0);
    expect(cart.clear('other')).toBeNull();
    cart.add(product);
    cart.recorded(cart.state.getState().lines);
    expect(drafts.noted.map(({ type, payload }) => [type, payload])).toEqual([
      ['sale_line_reduced', { currency: 'USD', sku: 'A', unitPrice: 100_000, quantityBefore: 5, quantityAfter: 4, grossMinor: 100 }],
      ['sale_cleared', { currency: 'USD', lines: [{ sku: 'A', quantity: 4, unitPrice: 100_000 }], grossMinor: 400, reason: 'other' }],
      ['sale_brought_back', { currency: 'USD', lines: [{ sku: 'A', quantity: 4, unitPrice: 100_000 }], grossMinor: 400 }],
      ['sale_line_reduced', { currency: 'USD', sku: 'A', unitPrice: 100_000, quantityBefore: 4, quantityAfter: 0, grossMinor: 400 }],
    ]);
  });

  it('[E2] has an id by which its payments know it: the same until it ends, also after a crash', async () => {
    const drafts = device();
    const cart = await cartOn(drafts);
    const first = cart.state.getState().id;
    cart.add(product);
    expect(cart.state.getState().id).toBe(first);
    expect((await cartOn(drafts)).state.getState().id).toBe(first);
    cart.recorded(cart.state.getState().lines);
    expect(cart.state.getState().id).not.toBe(first);
  });

  it('[E2] changes nothing of what is being paid, also after a crash; what is scanned meanwhile is the next sale', async () => {
    const drafts = device();
    const before = await cartOn(drafts);
    before.add(product);
    before.pay({ ...SUM, promotions: { applied: [] } } as typeof SUM);
    const cart = await cartOn(drafts);
    expect(cart.state.getState().paying).toEqual(before.state.getState().paying);
    const { id, paying } = cart.state.getState();
    const kept = cart.onCounter();
    if (kept === null) throw new Error('Nothing is on the counter.');
    cart.add(product, 2);
    cart.setQuantity('1', 1);
    expect(cart.clear('other')).toBeNull();
    cart.bringBack({ ...kept, lines: [], customerId: 'C1' });
    expect(cart.state.getState().customerId).toBeNull();
    expect(cart.state.getState()).toMatchObject({ id, paying, lines: [{ quantity: 3 }] });
    cart.recorded(paying?.lines ?? []);
    expect(cart.state.getState()).toMatchObject({ paying: null, lines: [{ quantity: 2 }], turn: 1 });
    expect(cart.state.getState().id).not.toBe(id);
    expect((await cartOn(drafts)).state.getState()).toMatchObject({ id: cart.state.getState().id, paying: null, lines: [{ quantity: 2 }] });
  });

  it('[J1] sells nothing twice and loses no scan when the app died right after a sale was recorded', async () => {
    const drafts = device();
    const before = await cartOn(drafts);
    before.add(product);
    before.pay(SUM);
    before.add({ ...product, sku: 'B' });
    const { id } = before.state.getState();
    drafts.append('sale');
    const after = (await cartOn(drafts)).state.getState();
    expect(after).toMatchObject({ paying: null, lines: [{ sku: 'B', quantity: 1 }] });
    expect(after.id).not.toBe(id);
  });

  it('keeps the codes of its coupons through a crash, through its payment, and no longer', async () => {
    const drafts = device();
    const before = await cartOn(drafts);
    expect(enterCode(before, 'TEN')).toBeNull();
    before.add(product);
    expect([enterCode(before, 'TEN'), enterCode(before, 'TWENTY')]).toEqual([null, null]);
    const cart = await cartOn(drafts);
    expect(cart.state.getState().codes).toEqual(['TEN', 'TWENTY']);
    cart.pay(SUM);
    cart.setCodes([]);
    expect(enterCode(cart, 'LATE')).toBe('This sale is being paid. Use the coupon LATE in the next one.');
    expect(cart.state.getState().codes).toEqual(['TEN', 'TWENTY']);
    cart.recorded(cart.state.getState().lines);
    expect(cart.state.getState().codes).toEqual([]);
    expect((await cartOn(drafts)).state.getState().codes).toEqual([]);
  });

  it('takes no more codes than a sale can keep', async () => {
    const cart = await cartOn(device());
    for (let index = 0; index < 20; index += 1) expect(enterCode(cart, `C${index}`)).toBeNull();
    expect(enterCode(cart, 'C20')).toBe('A sale takes 20 coupons at most.');
    expect(enterCode(cart, 'C3')).toBeNull();
    expect(cart.state.getState().codes).toHaveLength(20);
  });

  it('has its customer after a crash, and the next sale has none', async () => {
    const drafts = device();
    const cart = await cartOn(drafts);
    expect(cart.setCustomer('C1')).toBe(true);
    cart.add(product);
    const again = await cartOn(drafts);
    expect(again.state.getState().customerId).toBe('C1');
    again.recorded(again.state.getState().lines);
    expect(again.state.getState().customerId).toBeNull();
    expect((await cartOn(drafts)).state.getState().customerId).toBeNull();
  });

  it('keeps the customer of what is being paid; what is scanned meanwhile is another sale, of nobody yet', async () => {
    const cart = await cartOn(device());
    cart.setCustomer('C1');
    cart.add(product);
    cart.pay({ ...SUM, taxExemptionId: 'EX-1' });
    expect(cart.setCustomer(null)).toBe(false);
    expect(cart.state.getState()).toMatchObject({ customerId: 'C1', paying: { sum: { taxExemptionId: 'EX-1' } } });
    const { paying } = cart.state.getState();
    cart.add({ ...product, sku: 'B' });
    cart.recorded(paying?.lines ?? []);
    expect(cart.state.getState()).toMatchObject({ customerId: null, lines: [{ sku: 'B' }] });
  });

  it('uses the points of its own customer alone, and no others while it is being paid', async () => {
    const cart = await cartOn(device());
    cart.setCustomer('C1');
    cart.add(product);
    cart.usePoints(30);
    cart.setCustomer('C1');
    expect(cart.state.getState().points).toBe(30);
    cart.pay({ ...SUM, usedPoints: 12 });
    cart.usePoints(null);
    expect(cart.state.getState()).toMatchObject({ points: 30, paying: { sum: { usedPoints: 12 } } });
    cart.stopPaying();
    cart.setCustomer('C2');
    expect(cart.state.getState().points).toBeNull();
  });

  it('forgets a customer of an empty counter over a restart, and when another person signs in', async () => {
    const drafts = device();
    const cart = await cartOn(drafts);
    cart.setCustomer('C1');
    cart.setCodes(['TEN']);
    expect((await cartOn(drafts)).state.getState()).toMatchObject({ customerId: null, codes: [] });
    const nothing = () => expect(cart.state.getState()).toMatchObject({ customerId: null, codes: [] });
    for (const associate of [{ id: 'ANA' } as Associate, null]) {
      cart.setCustomer('C1');
      cart.setCodes(['TEN']);
      drafts.signIn.setState({ associate });
      nothing();
    }
    cart.add(product);
    nothing();
    cart.setCustomer('C2');
    drafts.signIn.setState({ associate: { id: 'BEN' } as Associate });
    expect(cart.state.getState().customerId).toBe('C2');
  });

  it('is brought back with all that was said of it', async () => {
    const drafts = device();
    const cart = await cartOn(drafts);
    cart.setCustomer('C1');
    cart.add(product);
    cart.setCodes(['TEN']);
    cart.usePoints(30);
    cart.checkAge({ minimumAge: 18, method: 'birth_date', associateId: 'ANA' });
    const { lines } = cart.state.getState();
    const saleDiscount = { basisPoints: 500, reason: 'damaged', approvedBy: 'MAX' };
    cart.reprice({ lines, saleDiscount });
    const cleared = cart.clear('other');
    expect(cart.state.getState()).toMatchObject({
      lines: [],
      customerId: null,
      codes: [],
      points: null,
      saleDiscount: null,
      ageCheck: null,
    });
    if (cleared === null) throw new Error('Nothing was cleared.');
    cart.bringBack(cleared);
    const back = { lines, customerId: 'C1', codes: ['TEN'], points: 30, saleDiscount, ageCheck: { minimumAge: 18 } };
    expect(cart.state.getState()).toMatchObject(back);
    expect((await cartOn(drafts)).state.getState()).toMatchObject(back);
  });

  it('does not bring back a customer whose sale was recorded before the app died', async () => {
    const drafts = device();
    const before = await cartOn(drafts);
    before.setCustomer('C1');
    before.add(product);
    drafts.append('sale');
    expect((await cartOn(drafts)).state.getState()).toMatchObject({ customerId: null, lines: [] });
  });

  it('[E2] may change again once no money is in the way', async () => {
    const cart = await cartOn(device());
    cart.add(product, 3);
    cart.pay(SUM);
    cart.stopPaying();
    cart.setQuantity('1', 1);
    expect(cart.state.getState()).toMatchObject({ paying: null, lines: [{ quantity: 1 }] });
  });

  it('knows who began it, across people and restarts, until somebody takes it over', async () => {
    const drafts = device();
    const as = (id: string) => drafts.signIn.setState({ associate: { id } as Associate });
    const cart = await cartOn(drafts);
    as('ANA');
    cart.add(product);
    as('BEN');
    cart.add(product);
    expect(cart.state.getState().begun).toMatchObject({ associateId: 'ANA' });
    const after = await cartOn(drafts);
    expect(after.state.getState().begun).toEqual(cart.state.getState().begun);
    after.takeOver();
    expect((await cartOn(drafts)).state.getState().begun).toMatchObject({ associateId: 'BEN' });
    after.clear('other');
    expect(after.state.getState().begun).toBeNull();
  });

  it('keeps what people changed on prices over a restart, and forgets the discount of a sale with the sale', async () => {
    const drafts = device();
    const cart = await cartOn(drafts);
    cart.add(product, 2);
    const decided = { reason: 'damaged', approvedBy: 'M', byBadge: true } as const;
    const [line] = cart.state.getState().lines;
    if (line === undefined) throw new Error('There is no line.');
    cart.reprice({ lines: [{ ...line, override: { unitPrice: 1000, ...decided } }], saleDiscount: { basisPoints: 500, ...decided } });
    cart.setNote('1', ' gift ');
    cart.addLine({ ...cartLineOf({ sku: 'OPEN' }), priceSource: 'entered' });
    const after = await cartOn(drafts);
    expect(after.state.getState()).toMatchObject({
      saleDiscount: { basisPoints: 500, ...decided },
      lines: [
        { note: 'gift', override: { unitPrice: 1000, ...decided } },
        { sku: 'OPEN', priceSource: 'entered' },
      ],
    });
    after.setNote('1', ' ');
    expect(after.state.getState().lines[0]?.note).toBeNull();
    after.clear('other');
    expect(after.state.getState().saleDiscount).toBeNull();
  });

  it('[E2] does not change prices or notes while money may move', async () => {
    const cart = await cartOn(device());
    cart.add(product);
    const { lines } = cart.state.getState();
    cart.pay({ lines: [], totalMinor: 100, taxMinor: 0, coupons: [] });
    cart.reprice({ lines: [], saleDiscount: { basisPoints: 500, reason: null, approvedBy: null } });
    cart.setNote('1', 'gift');
    expect(cart.state.getState()).toMatchObject({ lines, saleDiscount: null });
  });

  it('[A1] keeps who gave a discount when another person takes the sale over', async () => {
    const drafts = device();
    drafts.signIn.setState({ associate: { id: 'MIA' } as Associate });
    const cart = await cartOn(drafts);
    cart.add(product);
    cart.add({ ...product, sku: 'B' });
    const [line, plain] = cart.state.getState().lines;
    if (line === undefined || plain === undefined) throw new Error('There are no lines.');
    const alone = { reason: 'goodwill', approvedBy: null };
    cart.reprice({
      lines: [{ ...line, discount: { basisPoints: 5000, ...alone } }, plain],
      saleDiscount: { basisPoints: 100, ...alone, approvedBy: 'MAX' },
    });
    cart.takeOver();
    expect(cart.state.getState().lines[0]?.discount?.approvedBy).toBeNull();
    drafts.signIn.setState({ associate: { id: 'ANA' } as Associate });
    cart.takeOver();
    const { lines, saleDiscount } = cart.state.getState();
    expect([lines[0]?.discount?.approvedBy, lines[1], saleDiscount?.approvedBy]).toEqual(['MIA', plain, 'MAX']);
    expect((await cartOn(drafts)).state.getState().lines).toEqual(lines);
  });

  it('[A1] an amount that a colleague approved is not approved for fewer goods, a percentage is', async () => {
    const cart = await cartOn(device());
    cart.add(product, 10);
    cart.add({ ...product, sku: 'B' }, 2);
    const by = { reason: null, approvedBy: 'MAX' };
    const [first, second] = cart.state.getState().lines;
    if (first === undefined || second === undefined) throw new Error('Two articles are on the counter.');
    const lines = [
      { ...first, discount: { amountMinor: 500, ...by } },
      { ...second, discount: { basisPoints: 5000, ...by } },
    ];
    const approvals = () => {
      const { lines: now, saleDiscount } = cart.state.getState();
      return [...now.map(({ discount }) => discount?.approvedBy), saleDiscount?.approvedBy];
    };
    cart.reprice({ lines, saleDiscount: { amountMinor: 100, ...by } });
    cart.setQuantity(first.id, 11);
    expect(approvals()).toEqual(['MAX', 'MAX', 'MAX']);
    cart.setQuantity(second.id, 1);
    expect(approvals()).toEqual(['MAX', 'MAX', null]);
    cart.setQuantity(first.id, 1);
    expect(approvals()).toEqual([null, 'MAX', null]);
  });

  it('keeps over a restart that an age was checked, and takes off what is for nobody so young', async () => {
    const drafts = device();
    const cart = await cartOn(drafts);
    cart.add(product);
    cart.add({ ...product, sku: 'B', name: 'Wine', minimumAge: 18 }, 2);
    cart.checkAge({ minimumAge: 18, method: 'birth_date', associateId: 'ANA' });
    const after = await cartOn(drafts);
    expect(after.state.getState()).toMatchObject({ ageCheck: { minimumAge: 18 }, lines: [{ sku: 'A' }, { sku: 'B', minimumAge: 18 }] });
    expect(after.refuseAge()).toEqual(['Wine']);
    expect(after.state.getState().lines.map(({ sku }) => sku)).toEqual(['A']);
    expect(drafts.noted.map(({ payload }) => payload)).toMatchObject([{ sku: 'B', quantityBefore: 2, quantityAfter: 0 }]);
    after.clear('other');
    expect(after.state.getState().ageCheck).toBeNull();
  });

  it('ends with its last line, when it is paid, and when it is cleared', async () => {
    const cart = await cartOn(device());
    const ends = [() => cart.clear('other'), () => cart.setQuantity('1', 0), () => cart.recorded(cart.state.getState().lines)];
    for (const [index, end] of ends.entries()) {
      cart.add(product);
      expect(cart.state.getState().turn).toBe(index);
      end();
      expect(cart.state.getState().turn).toBe(index + 1);
    }
  });
});
