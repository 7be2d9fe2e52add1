import type { TaxDestination } from '../../domain/tax/destination.ts';

/** A region in a line: `US/NY: NYC1`, or `US: CHI1` for the rest of a country. */
export function destinationText({ country, region, storeId }: TaxDestination): string {
  return `${region === null ? country : `${country}/${region}`}: ${storeId}`;
}

/** Reads regions, one a line; empty lines are left out. @returns null where a line is none. */
export function readDestinations(lines: readonly string[]): TaxDestination[] | null {
  const written = lines.filter((line) => line.trim() !== '');
  const read = written.flatMap((line): TaxDestination[] => {
    const [country = '', region = null, storeId = ''] = (/^([^/:]+)(?:\/([^:]+))?:(.*)$/.exec(line) ?? [])
      .slice(1)
      .map((part?: string) => part?.trim());
    return country === '' || region === '' || storeId === '' ? [] : [{ country, region, storeId }];
  });
  return read.length === written.length ? read : null;
}
