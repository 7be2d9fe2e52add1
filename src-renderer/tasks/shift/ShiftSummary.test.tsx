import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { shiftOf } from '../../../test/support/examples.ts';
import { ShiftSummary } from './ShiftSummary.tsx';

const EXPECTED = 12_550;
const shift = shiftOf({ currency: 'USD', floatMinor: 10_000, cashMinor: 2_550 });

describe('the summary after closing a shift', () => {
  it.each([
    [EXPECTED, 'good', 'The shift is closed. The drawer agrees to the cent.', '$125.50', '$0.00'],
    [EXPECTED - 50, 'warn', 'The shift is closed. $0.50 is missing from the drawer.', '$125.00', '-$0.50'],
    [EXPECTED + 200, 'warn', 'The shift is closed. There is $2.00 too much in the drawer.', '$127.50', '$2.00'],
  ])('of a count of %d cents is %s: %s', (countedMinor, tone, sentence, counted, difference) => {
    const html = renderToStaticMarkup(<ShiftSummary shift={shift} countedMinor={countedMinor} />);
    expect(html).toContain(`data-tone="${tone}"`);
    expect(html.match(/The shift is closed\. [^<]*/g)).toEqual([sentence]);
    expect(html).toContain('<dt>Expected in the drawer</dt><dd>$125.50</dd>');
    expect(html).toContain(`<dt>Counted</dt><dd>${counted}</dd><dt>Difference</dt><dd>${difference}</dd>`);
  });
});
