import { priceText } from '../../domain/base/decimal-text.ts';
import { UNIT_PRICE_SCALE } from '../../domain/base/money.ts';
import type { RateTable } from '../../domain/labels/settings.ts';
import { parseAmount } from '../../texts/say/format-money.ts';

type Row = RateTable['rows'][number];

/** What a service costs in a line: `03 UPS Ground; 3; US 78 79, CA; 1000 g 8.50, 5000 g 15.00`. */
export function rateLine({ service, name, days, to, bands }: Row, currency: string): string {
  const places = to.map(({ country, postal }) => [country, ...postal].join(' ')).join(', ');
  const prices = bands.map(({ mostGrams, minor }) => `${mostGrams} g ${priceText(minor * UNIT_PRICE_SCALE, currency)}`).join(', ');
  return [`${service} ${name}`, days ?? '', places, prices].join('; ');
}

const LINE = /^([A-Z0-9]{2}) +([^;]+); *(\d*) *; *([^;]+); *([^;]+)$/i;
const BAND = /^(\d+) *g +(\S+)$/i;

function bandsOf(text: string, currency: string): Row['bands'] | null {
  const parts = text.split(/, +/);
  const bands = parts.flatMap((part) => {
    const [, grams, price = ''] = BAND.exec(part.trim()) ?? [];
    const minor = parseAmount(price, currency);
    return grams === undefined || minor === null ? [] : [{ mostGrams: Number(grams), minor }];
  });
  return bands.length === parts.length ? bands : null;
}

/** Reads rates, one service to some places a line; empty lines are left out. @returns null where a line is none. */
export function readRates(lines: readonly string[], currency: string): Row[] | null {
  const written = lines.map((line) => line.trim()).filter((line) => line !== '');
  const rows = written.flatMap((line): Row[] => {
    const [, service = '', name = '', days = '', places = '', prices = ''] = LINE.exec(line) ?? [];
    const bands = bandsOf(prices, currency);
    if (service === '' || bands === null) return [];
    const to = places.split(',').map((place) => {
      const [country = '', ...postal] = place.trim().split(/ +/);
      return { country: country.toUpperCase(), postal };
    });
    return [{ service: service.toUpperCase(), name: name.trim(), days: days === '' ? null : Number(days), to, bands }];
  });
  return rows.length === written.length ? rows : null;
}
