/** By what a carrier finds the label of a parcel: its id without hyphens, because references are short. */
export function referenceOf(parcelId: string): string {
  return parcelId.replaceAll('-', '');
}
