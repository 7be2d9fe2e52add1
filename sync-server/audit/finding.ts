/** What the check of one rule found. */
export interface Finding {
  /** The number of the rule in the design. */
  readonly rule: string;
  readonly title: string;
  /** What was compared, and how many. */
  readonly compared: Readonly<Record<string, number>>;
  /** One sentence for each violation, the first ones only. */
  readonly violations: readonly string[];
  /** How many there are. */
  readonly count: number;
}

const SHOWN = 20;

/** Collects violations without keeping a million sentences. */
export class Violations {
  readonly shown: string[] = [];
  count = 0;

  add(sentence: string): void {
    this.count += 1;
    if (this.shown.length < SHOWN) this.shown.push(sentence);
  }
}
