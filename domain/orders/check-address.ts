import { isKnownCountry, needsCity, needsPostalCode } from '../base/iso-3166.ts';
import type { OrderFault } from './order-fault.ts';

const isBlank = (text: unknown) => text === undefined || (typeof text === 'string' && text.trim() === '');

/**
 * What an address lacks for a parcel to arrive. What is no text, and a country of another form, is the schema's to refuse.
 * @param shipTo as it was sent. @param path of its field.
 */
export function addressFaults(shipTo: unknown, path: string): OrderFault[] {
  if (typeof shipTo !== 'object' || shipTo === null) return [];
  const { city, postalCode, country } = shipTo as Partial<Record<string, unknown>>;
  if (typeof country !== 'string' || !/^[A-Z]{2}$/.test(country)) return [];
  const fault = (field: string, message: string, fix: string): OrderFault => ({
    ...{ code: 'order_not_valid', field: `${path}.${field}`, message, fix },
  });
  if (!isKnownCountry(country)) {
    return [fault('country', `ISO 3166 has no country ${country}.`, 'Send the two letters of ISO 3166, such as US, DE or GB.')];
  }
  return [
    ...(needsCity(country) && isBlank(city)
      ? [fault('city', 'The address has no city.', 'Send the city or town to which the parcel goes.')]
      : []),
    ...(needsPostalCode(country) && isBlank(postalCode)
      ? [
          fault(
            'postalCode',
            `The address has no postal code, and ${country} delivers by it.`,
            'Send the postal code, such as "10005" in the US.',
          ),
        ]
      : []),
  ];
}
