import { expect, it } from 'vitest';
import { saleLineKind } from './sale-line.ts';
import { inPromotions } from './in-promotions.ts';

it('says of each kind of line whether promotions make it cheaper', () => {
  const said = saleLineKind.options.map((kind) => {
    const { fixed, bySkuAlone } = inPromotions(kind);
    return [kind, fixed === true ? 'never' : bySkuAlone === true ? 'by its SKU' : 'always'];
  });
  expect(Object.fromEntries(said)).toEqual({
    goods: 'always',
    service: 'always',
    fee: 'by its SKU',
    gift_card: 'never',
    deposit: 'never',
    account_payment: 'never',
  });
});
