import { expect, it } from 'vitest';
import { CarrierDesk } from './carrier-desk.ts';
import { carrierPage, carrierParts } from './page.ts';

const ORDER = { reference: 'P1', service: '03', isReturn: false, from: ['Shop'], to: ['<Ana>', 'Chicago'], weight: '1.25 KGS' };

function deskWithOne(): CarrierDesk {
  const desk = new CarrierDesk('A1B2C3');
  desk.make(ORDER);
  return desk;
}

it('shows the labels that were made, with what they cost, and which are void', () => {
  const desk = deskWithOne();
  const { texts, pressable } = carrierParts('en', desk);
  expect(texts.display).toContain('It makes every label.');
  expect(texts.labels).toContain('&lt;Ana&gt;, Chicago');
  expect(texts.labels).toContain('Charged: <bdi>$9.15</bdi>');
  expect(pressable).toEqual(['not:refuse_address', 'not:lose_answer', 'not:lose_question', 'not:go_away', 'any']);
  desk.make({ ...ORDER, isReturn: true });
  expect(carrierParts('en', desk).texts.labels).toContain('Sent back by Shop');
  for (const label of desk.labels) label.isVoid = true;
  expect(carrierParts('en', desk).texts.labels).toContain('Void, not charged:');
});

it('makes numbers whose check digit is right, and two labels of one order asked twice', () => {
  const desk = deskWithOne();
  desk.make(ORDER);
  // Reckoned by hand: A, B and C count as 2, 3 and 4, odd places once and even ones twice: 28 and 29, up to the next ten.
  expect(desk.labels.map(({ trackingNumber }) => trackingNumber)).toEqual(['1ZA1B2C30300000012', '1ZA1B2C30300000021']);
});

it.each(['en', 'de', 'ar'] as const)('is a page in %s whose buttons say what they do', (language) => {
  const page = carrierPage(language, deskWithOne());
  expect(page).toContain(`<html lang="${language}"`);
  expect([...page.matchAll(/data-path="(\/\w+)"/g)].map(([, path]) => path)).toEqual([
    '/habit',
    '/habit',
    '/habit',
    '/habit',
    '/habit',
    '/empty',
  ]);
});
