import { FIRST_PREV_HASH } from '../../../domain/base/envelope.ts';
import { type Copy, isSettled } from '../../base/journal-copy.ts';

export interface Woven {
  /** One for each place from 1 on; null where nobody has a copy. The last is never null. */
  readonly chain: readonly (Copy | null)[];
  /** Places without a copy. */
  readonly holes: readonly number[];
  /** Places whose only copy has another content than its hash says. */
  readonly altered: readonly number[];
  /** Intact operations that do not belong to the chain: two registers, or two lives of one, wrote them in the same places. */
  readonly spare: readonly Copy[];
}

/** How many ends are tried before the server's own is taken. */
const MOST_ENDS = 200;

type ByPlace = ReadonlyMap<number, readonly Copy[]>;

/** Every different copy by place; sources that come first are preferred where nothing else decides. */
function sortCopies(sources: readonly (readonly Copy[])[]): ByPlace {
  const places = new Map<number, Copy[]>();
  for (const copy of sources.flat()) {
    const known = places.get(copy.seq) ?? [];
    const same = known.findIndex((one) => one.hash === copy.hash);
    if (same < 0) known.push(copy);
    else if (copy.intact && known[same]?.intact === false) known[same] = copy;
    places.set(copy.seq, known);
  }
  return places;
}

/** Follows the chain back from its end. An intact operation names the one before it; past a hole the server's copy is believed. */
function followBack(end: Copy, places: ByPlace, pinned: ReadonlyMap<number, string>): (Copy | null)[] {
  const chain: (Copy | null)[] = [end];
  let wanted: string | null = end.prevHash;
  for (let seq = end.seq - 1; seq >= 1; seq -= 1) {
    const known: readonly Copy[] = places.get(seq) ?? [];
    const named: Copy | undefined = known.find((copy) => copy.hash === wanted);
    // What comes before an altered copy is told by that copy, which may have been altered there too.
    const trusted: boolean = wanted !== null && chain.at(-1)?.intact === true;
    const guessed: Copy | undefined = trusted
      ? undefined
      : (known.find((copy) => copy.hash === pinned.get(seq)) ?? known.find((copy) => copy.intact) ?? known[0]);
    const copy: Copy | null = named ?? guessed ?? null;
    chain.push(copy);
    wanted = copy?.prevHash ?? null;
  }
  return chain.reverse();
}

/** The chain of the first end that agrees with the server and begins where a journal begins; else that of the last one. */
function chooseChain(
  ends: readonly Copy[],
  serverSeq: number,
  follow: (end: Copy) => (Copy | null)[],
  pinned: ReadonlyMap<number, string>,
): (Copy | null)[] {
  let chain: (Copy | null)[] = [];
  for (const end of ends) {
    chain = follow(end);
    const first = chain[0];
    const begins = first?.intact !== true || first.prevHash === FIRST_PREV_HASH;
    const agrees = chain.every((copy, index) => copy === null || (pinned.get(index + 1) ?? copy.hash) === copy.hash);
    if (begins && agrees && end.seq >= serverSeq) return chain;
  }
  return chain;
}

/**
 * Puts a journal together from the copies that several places have of it. The chain decides (rule J2): each operation
 * names the hash of the one before it, so the end of the journal names all of it. What the server has in a place cannot
 * be changed any more, so an end whose chain says otherwise is another branch.
 * @param server what the server gave back. @param others the journal itself and its mirror, the more trusted first.
 */
export function weaveCopies(server: readonly Copy[], others: readonly (readonly Copy[])[]): Woven {
  const places = sortCopies([server, ...others]);
  const pinned = new Map(server.map((copy) => [copy.seq, copy.hash]));
  const all = [...places.values()].flat();
  const followed = new Set(all.map((copy) => `${copy.seq - 1} ${copy.prevHash}`));
  const ends = all
    .filter((copy) => !followed.has(`${copy.seq} ${copy.hash}`))
    .sort((a, b) => b.seq - a.seq)
    .slice(0, MOST_ENDS);
  const serverEnd = server.reduce<Copy | null>((last, copy) => (last === null || copy.seq > last.seq ? copy : last), null);
  const chain = chooseChain(
    serverEnd === null ? ends : [...ends, serverEnd],
    serverEnd?.seq ?? 0,
    (end) => followBack(end, places, pinned),
    pinned,
  );
  const chosen = new Set(chain);
  return {
    chain,
    holes: chain.flatMap((copy, index) => (copy === null ? [index + 1] : [])),
    altered: chain.flatMap((copy) => (copy === null || isSettled(copy) ? [] : [copy.seq])),
    spare: all.filter((copy) => copy.intact && !chosen.has(copy)),
  };
}
