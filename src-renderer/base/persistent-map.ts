/** The hash of a key: FNV-1a, 32 bits. */
function hashOf(key: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

const BITS = 5;
const WIDTH = 1 << BITS;
/** A leaf with more entries than this becomes a branch. */
const LEAF = 16;
/** Below this level no bit of the hash is left: leaves grow. */
const DEEPEST = 30;

type Entry<V> = readonly [key: string, value: V];
type Leaf<V> = { readonly entries: readonly Entry<V>[] };
type Branch<V> = { readonly children: readonly Node<V>[] };
type Node<V> = Leaf<V> | Branch<V>;

const EMPTY: Leaf<never> = { entries: [] };

function slotOf(key: string, level: number): number {
  return (hashOf(key) >>> level) & (WIDTH - 1);
}

/** A tree over entries with distinct keys. */
function build<V>(entries: readonly Entry<V>[], level: number): Node<V> {
  if (entries.length <= LEAF || level > DEEPEST) return { entries };
  const slots = Array.from({ length: WIDTH }, (): Entry<V>[] => []);
  for (const entry of entries) slots[slotOf(entry[0], level)]?.push(entry);
  return { children: slots.map((slot) => build(slot, level + BITS)) };
}

function withEntry<V>(node: Node<V>, entry: Entry<V>, level: number): Node<V> {
  if ('entries' in node) return build([...node.entries.filter(([key]) => key !== entry[0]), entry], level);
  const slot = slotOf(entry[0], level);
  return { children: node.children.map((child, at) => (at === slot ? withEntry(child, entry, level + BITS) : child)) };
}

function withoutKey<V>(node: Node<V>, key: string, level: number): Node<V> {
  if ('entries' in node) return { entries: node.entries.filter(([other]) => other !== key) };
  const slot = slotOf(key, level);
  return { children: node.children.map((child, at) => (at === slot ? withoutKey(child, key, level + BITS) : child)) };
}

function* entriesOf<V>(node: Node<V>): MapIterator<[string, V]> {
  if ('entries' in node) for (const [key, value] of node.entries) yield [key, value];
  else for (const child of node.children) yield* entriesOf(child);
}

function mapOf<V>(node: Node<V>): ReadonlyMap<string, V> {
  return new Map(entriesOf(node));
}

/** The keys whose values differ between two trees. What both share is passed over. */
function* differences<V>(before: Node<V>, after: Node<V>): Generator<string> {
  if (before === after) return;
  if ('children' in before && 'children' in after) {
    for (const [at, child] of after.children.entries()) yield* differences(before.children[at] ?? EMPTY, child);
    return;
  }
  const [old, young] = [mapOf(before), mapOf(after)];
  for (const [key, value] of young) if (old.get(key) !== value || !old.has(key)) yield key;
  for (const key of old.keys()) if (!young.has(key)) yield key;
}

/**
 * A map that is never changed: a change gives a new one, which shares with the old one all that is the same. So a change costs
 * about the same however many entries there are. The order of the entries says nothing.
 */
export class PersistentMap<V> implements ReadonlyMap<string, V> {
  readonly size: number;
  private readonly root: Node<V>;

  private constructor(root: Node<V>, size: number) {
    this.root = root;
    this.size = size;
  }

  /** @param entries the last one of a key counts. */
  static of<V>(entries: Iterable<readonly [string, V]>): PersistentMap<V> {
    const distinct = [...new Map(entries)];
    return new PersistentMap(build(distinct, 0), distinct.length);
  }

  private find(key: string): Entry<V> | undefined {
    let node = this.root;
    for (let level = 0; 'children' in node; level += BITS) node = node.children[slotOf(key, level)] ?? EMPTY;
    return node.entries.find(([other]) => other === key);
  }

  get(key: string): V | undefined {
    return this.find(key)?.[1];
  }

  has(key: string): boolean {
    return this.find(key) !== undefined;
  }

  /** @returns this map where it holds that value already. */
  with(key: string, value: V): PersistentMap<V> {
    const known = this.find(key);
    if (known !== undefined && known[1] === value) return this;
    return new PersistentMap(withEntry(this.root, [key, value], 0), this.size + (known === undefined ? 1 : 0));
  }

  /** @returns this map where it has no such key. */
  without(key: string): PersistentMap<V> {
    return this.has(key) ? new PersistentMap(withoutKey(this.root, key, 0), this.size - 1) : this;
  }

  /** The keys that have another value here than in an earlier map, or that only one of the two has. */
  changedSince(before: PersistentMap<V>): Iterable<string> {
    return differences(before.root, this.root);
  }

  entries(): MapIterator<[string, V]> {
    return entriesOf(this.root);
  }

  [Symbol.iterator](): MapIterator<[string, V]> {
    return this.entries();
  }

  *keys(): MapIterator<string> {
    for (const [key] of this) yield key;
  }

  *values(): MapIterator<V> {
    for (const [, value] of this) yield value;
  }

  forEach(callback: (value: V, key: string, map: ReadonlyMap<string, V>) => void): void {
    for (const [key, value] of this) callback(value, key, this);
  }
}
