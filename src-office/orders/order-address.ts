/** The address of an order's sheet. The router undoes one escape of it, and not all of that: a number such as `#1001` is escaped twice. */
export function addressOf(number: string): string {
  return `/orders/${encodeURIComponent(encodeURIComponent(number))}`;
}

/** The number of the order that an address names, as the router gives it; what was typed by hand is taken as it is. */
export function numberIn(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
