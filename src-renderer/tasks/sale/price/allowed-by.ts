import type { CounterLine } from '../cart-lines.ts';

/** What somebody decided before another one went on: that person allowed it, unless it says who did. */
export function decidedBy<D extends { readonly approvedBy: string | null }>(decided: D | null, associateId: string): D | null {
  return decided === null || decided.approvedBy !== null ? decided : { ...decided, approvedBy: associateId };
}

/** A line whose prices somebody gave who does not complete the sale. */
export function allowedBy(line: CounterLine, associateId: string): CounterLine {
  const override = decidedBy(line.override ?? null, associateId);
  const discount = decidedBy(line.discount ?? null, associateId);
  if (override === (line.override ?? null) && discount === (line.discount ?? null)) return line;
  return { ...line, ...(override !== null && { override }), ...(discount !== null && { discount }) };
}
