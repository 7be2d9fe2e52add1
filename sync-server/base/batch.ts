interface Waiting<In, Out> {
  readonly item: In;
  readonly weight: number;
  resolve(value: Out): void;
  reject(error: unknown): void;
}

export interface BatchOptions<In, Out> {
  /** Does all items in one go and gives one answer for each, in their order. */
  readonly run: (items: In[]) => Promise<Out[]>;
  readonly weightOf: (item: In) => number;
  /** How much goes into one go; a heavier item goes alone. */
  readonly maxWeight: number;
  /** How long (milliseconds) the first item of a go waits for company. */
  readonly waitMs: number;
  /** How many goes may be under way at once. */
  readonly parallel: number;
  /** Whether an error would be everybody's, so that there is no use in trying each item alone. */
  readonly hurtsAll?: (error: unknown) => boolean;
}

/**
 * Gathers what arrives within a few milliseconds from everybody, so that the database does it in one transaction
 * instead of many. When a go fails with all its items, each is tried alone, unless the error would be everybody's:
 * nobody fails because of another item of the batch.
 */
export function batch<In, Out>(options: BatchOptions<In, Out>): (item: In) => Promise<Out> {
  const queue: Waiting<In, Out>[] = [];
  let underWay = 0;
  let timer: NodeJS.Timeout | undefined;

  const take = (): Waiting<In, Out>[] => {
    const taken: Waiting<In, Out>[] = [];
    let weight = 0;
    for (let next = queue[0]; next !== undefined; next = queue[0]) {
      weight += next.weight;
      if (taken.length > 0 && weight > options.maxWeight) break;
      queue.shift();
      taken.push(next);
    }
    return taken;
  };

  const answer = async (going: Waiting<In, Out>[]): Promise<void> => {
    try {
      const answers = await options.run(going.map((one) => one.item));
      going.forEach((one, index) => one.resolve(answers[index] as Out));
    } catch (error) {
      if (going.length === 1 || options.hurtsAll?.(error) === true) for (const one of going) one.reject(error);
      else for (const one of going) await answer([one]);
    }
  };

  const go = (): void => {
    timer = undefined;
    while (queue.length > 0 && underWay < options.parallel) {
      underWay += 1;
      void answer(take()).finally(() => {
        underWay -= 1;
        if (queue.length > 0 && timer === undefined) go();
      });
    }
  };

  return (item) =>
    new Promise((resolve, reject) => {
      queue.push({ item, weight: options.weightOf(item), resolve, reject });
      const full = queue.reduce((sum, one) => sum + one.weight, 0) >= options.maxWeight;
      if (full && timer !== undefined) {
        clearTimeout(timer);
        go();
      } else if (timer === undefined) {
        timer = setTimeout(go, full ? 0 : options.waitMs);
      }
    });
}
