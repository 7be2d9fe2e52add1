import { expect, it } from 'vitest';
import { layOutLine } from './lay-out.ts';

it.each([
  ['Tea', '4.00', 'Tea             4.00'],
  ['Organic coffee beans', '12.99', 'Organic coffee 12.99'],
  ['Organic coffeemaker', '12.99', 'Organic coffe. 12.99'],
  ['Milk chocolate 100 g', '', 'Milk chocolate 100 g'],
  ['Milk chocolate with nuts', '', 'Milk chocolate with'],
  ['Two words of', '123,456.78', 'Two words 123,456.78'],
  ['Total', '-1,234,567,890.00 EUR', '1,234,567,890.00 EUR'],
  ['Crème', '4,00\u00a0€', 'Crème         4,00 €'],
  ['', '', '                    '],
])('“%s” and “%s” are “%s”', (start, end, line) => {
  expect(layOutLine({ start, end }).trimEnd()).toBe(line.trimEnd());
  expect(layOutLine({ start, end })).toHaveLength(20);
});
