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

interface Entry<V> {
  readonly key: string;
  readonly hash: number;
  readonly value: V;
}
type Change<V> = Entry<V | undefined>;
type Leaf<V> = { readonly entries: readonly Entry<V>[] };
type Branch<V> = { readonly children: readonly Node<V>[] };
type Node<V> = Leaf<V> | Branch<V>;

const EMPTY: Leaf<never> = { entries: [] };

function slotOf(hash: number, level: number): number {
  return (hash >>> level) & (WIDTH - 1);
}

function isOf<V>(change: Change<V>): change is Entry<V> {
  return change.value !== undefined;
}

/** A tree over entries with distinct keys. */
function build<V>(entries: readonly Entry<V>[], level: number): Node<V> {
  if (entries.length <= LEAF || level > DEEPEST) return { entries };
  const slots = Array.from({ length: WIDTH }, (): Entry<V>[] => []);
  for (const entry of entries) slots[slotOf(entry.hash, level)]?.push(entry);
  return { children: slots.map((slot) => build(slot, level + BITS)) };
}

/** A tree with other values under these keys; undefined takes one out. What no key leads to is shared. */
function change<V>(node: Node<V>, changes: readonly Change<V>[], level: number): Node<V> {
  if (changes.length === 0) return node;
  if ('entries' in node) {
    const others = node.entries.filter(({ key }) => !changes.some((one) => one.key === key));
    return build([...others, ...changes.filter(isOf)], level);
  }
  const slots = new Map<number, Change<V>[]>();
  for (const one of changes) {
    const slot = slotOf(one.hash, level);
    const known = slots.get(slot);
    if (known === undefined) slots.set(slot, [one]);
    else known.push(one);
  }
  return { children: node.children.map((child, slot) => change(child, slots.get(slot) ?? [], level + BITS)) };
}

function* entriesOf<V>(node: Node<V>): MapIterator<[string, V]> {
  if ('entries' in node) for (const { key, value } of node.entries) yield [key, value];
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
    const distinct = [...new Map(entries)].map(([key, value]) => ({ key, hash: hashOf(key), value }));
    return new PersistentMap(build(distinct, 0), distinct.length);
  }

  private find(key: string, hash: number): Entry<V> | undefined {
    let node = this.root;
    for (let level = 0; 'children' in node; level += BITS) node = node.children[slotOf(hash, level)] ?? EMPTY;
    for (const entry of node.entries) if (entry.hash === hash && entry.key === key) return entry;
    return undefined;
  }

  get(key: string): V | undefined {
    return this.find(key, hashOf(key))?.value;
  }

  has(key: string): boolean {
    return this.find(key, hashOf(key)) !== undefined;
  }

  /** @param changes the values from now on; undefined takes a key out. @returns this map where nothing is different. */
  with(changes: Iterable<readonly [string, V | undefined]>): PersistentMap<V> {
    let { size } = this;
    const different: Change<V>[] = [];
    for (const [key, value] of new Map(changes)) {
      const hash = hashOf(key);
      const known = this.find(key, hash);
      if (known?.value === value) continue;
      different.push({ key, hash, value });
      size += Number(value !== undefined) - Number(known !== undefined);
    }
    return different.length === 0 ? this : new PersistentMap(change(this.root, different, 0), size);
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
