/** Writes parts per million as a percentage: 88,750 is `8.875`. */
export function rateText(ppm: number): string {
  return String(ppm / 10_000);
}

/** Reads a percentage, with a point or a comma, into parts per million; null where it is none, or finer than a millionth. */
export function readRate(text: string): number | null {
  const match = /^(\d{1,3})(?:[.,](\d{1,4}))?$/.exec(text.trim());
  if (match?.[1] === undefined) return null;
  return Number(match[1]) * 10_000 + Number((match[2] ?? '').padEnd(4, '0'));
}
