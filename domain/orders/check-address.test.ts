import { describe, expect, it } from 'vitest';
import { addressFaults } from './check-address.ts';

const fieldsOf = (shipTo: unknown) => addressFaults(shipTo, 'shipTo').map(({ field }) => field);

describe('what an address lacks', () => {
  it.each([
    [{ line1: '11 Wall Street', city: 'New York', region: 'NY', postalCode: '10005', country: 'US' }, []],
    [{ line1: '11 Wall Street', city: ' ', postalCode: '', country: 'US' }, ['city', 'postalCode']],
    [{ line1: 'Domplatz 1', city: 'Köln', country: 'DE' }, ['postalCode']],
    [{ line1: '1 Main Street', city: 'Galway', country: 'IE' }, []],
    [{ line1: '1 Main Street', country: 'IE' }, ['city']],
    [{ line1: "1 Queen's Road", country: 'HK' }, []],
    [{ line1: '1 Orchard Road', country: 'SG' }, ['postalCode']],
    [{ line1: '1 Main Street', city: 'City', postalCode: '1', country: 'QQ' }, ['country']],
  ])('depends on the country: %j', (shipTo, fields) => {
    expect(fieldsOf(shipTo)).toEqual(fields.map((field) => `shipTo.${field}`));
  });

  it('says what to send, and leaves to the schema what is no text', () => {
    expect(addressFaults({ city: 'City', country: 'QQ' }, 'shipTo')[0]?.fix).toContain('ISO 3166');
    for (const other of [null, 'text', [], {}, { country: 'us' }, { country: 7 }]) expect(fieldsOf(other)).toEqual([]);
    expect(fieldsOf({ city: 7, postalCode: 7, country: 'US' })).toEqual([]);
  });
});
