import { base32nopad } from '@scure/base';

/** A signed code that the web shop was given, and since when it knew of it, epoch milliseconds. */
interface Given {
  readonly text: string;
  readonly codeId: string;
  readonly since: number;
}

/** What somebody shows at a counter in place of a code that counts. */
export type ShownKind = 'newest' | 'withdrawn' | 'forged' | 'foreign_order';

/** The id within a signed code, read without asking whether it is genuine. */
function codeIdOf(text: string): string {
  const [, said = ''] = text.split('.');
  const [, codeId] = JSON.parse(new TextDecoder().decode(base32nopad.decode(said))) as [string, string, string];
  return codeId;
}

/** The same code with another signature: what somebody makes who has seen one. */
function forged(text: string): string {
  const place = text.lastIndexOf('.') + 20;
  return `${text.slice(0, place)}${text[place] === 'A' ? 'B' : 'A'}${text.slice(place + 1)}`;
}

/** The signed codes of a world's pickups, as the web shop was told of them. */
export class PickupCodes {
  private readonly given = new Map<string, Given[]>();
  /** Whether all customers come with a code that was withdrawn, as far as they have one. */
  areLate = false;
  /** Orders for which the shop asked for another code, whether or not it had an answer. */
  readonly renewed = new Set<string>();

  /** The shop was told the code of an order. */
  heard(orderNumber: string, text: string): void {
    const before = this.given.get(orderNumber) ?? [];
    if (before.at(-1)?.text !== text) this.given.set(orderNumber, [...before, { text, codeId: codeIdOf(text), since: Date.now() }]);
  }

  /** What a customer shows for an order; undefined where there is none of that kind. */
  shown(orderNumber: string, kind: ShownKind): string | undefined {
    const own = this.given.get(orderNumber) ?? [];
    const newest = own.at(-1)?.text;
    switch (kind) {
      case 'newest':
        return newest;
      case 'withdrawn':
        return own.at(-2)?.text;
      case 'forged':
        return newest === undefined ? undefined : forged(newest);
      case 'foreign_order':
        return [...this.given].find(([number]) => number !== orderNumber)?.[1].at(-1)?.text;
    }
  }

  /** Since when the shop knew a newer code of the order than this one, epoch milliseconds; undefined where it never did. */
  withdrawnSince(orderNumber: string, codeId: string): number | undefined {
    const own = this.given.get(orderNumber) ?? [];
    return own[own.findIndex((one) => one.codeId === codeId) + 1]?.since;
  }

  isKnown(orderNumber: string, codeId: string): boolean {
    return this.given.get(orderNumber)?.some((one) => one.codeId === codeId) === true;
  }
}
