/** One key for a SKU at a location. Neither has a line feed in it. */
export function stockKey(locationId: string, sku: string): string {
  return `${locationId}\n${sku}`;
}
