/** A package of a plan: what its location could put into it. */
export interface GivingPackage {
  /** Units that it has, by the place of the SKU. */
  readonly has: readonly number[];
  /** Whether a unit of it is sold off here, by the place of the SKU. */
  readonly sellsOff: readonly boolean[];
}

/** A line that is to be given, from one package or from several. */
export interface LineToGive {
  /** The place of its SKU. */
  readonly sku: number;
  readonly quantity: number;
  /** What a unit was paid with, in minor units. */
  readonly unitMinor: number;
  /** Whether all of it that is given must come from one package. */
  readonly together: boolean;
}

/** What is to be given, and what it is worth to give it. */
export interface Giving {
  readonly lines: readonly LineToGive[];
  /** What a unit saves that is given, in minor units: its penalty less its handling. */
  readonly unitWorth: number;
  /** What it saves besides where it is sold off. */
  readonly sellOffWorth: number;
  /** The least that the goods of a package must have been paid with, in minor units; 0 where anything goes. */
  readonly leastParcelMinor: number;
}

/** Counts what a search may still look at, so that it ends. */
export interface Effort {
  left: number;
}

/** Units by package and line. */
export type Quantities = readonly (readonly number[])[];

/** What of a plan was decided so far: packages and lines are decided in their order. */
interface Decided {
  readonly quantities: number[][];
  /** Units that lines still want; none once a line that stays together has been given. */
  readonly wanted: number[];
  /** Units that packages still have, by package and SKU. */
  readonly left: number[][];
}

/**
 * What may still be saved after a package was asked for the lines before `from`: no allocation saves more, and where no line must stay
 * together and no parcel is too small, one saves as much.
 */
export function mostWorth(
  { lines, unitWorth, sellOffWorth }: Giving,
  wanted: readonly number[],
  packages: readonly GivingPackage[],
  left: readonly (readonly number[])[],
  at: { readonly package: number; readonly line: number },
): number {
  const skus = packages[0]?.has.length ?? 0;
  const [all, later] = [new Array<number>(skus).fill(0), new Array<number>(skus).fill(0)];
  lines.forEach(({ sku }, line) => {
    all[sku] = (all[sku] ?? 0) + (wanted[line] ?? 0);
    if (line >= at.line) later[sku] = (later[sku] ?? 0) + (wanted[line] ?? 0);
  });
  let worth = 0;
  for (let sku = 0; sku < skus; sku += 1) {
    let [units, soldOff] = [0, 0];
    for (let index = at.package; index < packages.length; index += 1) {
      const has = left[index]?.[sku] ?? 0;
      const gives = index === at.package ? Math.min(has, later[sku] ?? 0) : has;
      units += gives;
      if (packages[index]?.sellsOff[sku] === true) soldOff += gives;
    }
    const cheap = Math.min(soldOff, all[sku] ?? 0);
    const given = Math.min(units, all[sku] ?? 0);
    worth += Math.max(0, cheap * (unitWorth + sellOffWorth)) + Math.max(0, (given - cheap) * unitWorth);
  }
  return worth;
}

/** Whether a package holds something, and enough of it. */
function isParcel({ lines, leastParcelMinor }: Giving, row: readonly number[], packages: number): boolean {
  if (row.every((units) => units === 0)) return false;
  if (packages === 1) return true;
  return row.reduce((sum, units, line) => sum + units * (lines[line]?.unitMinor ?? 0), 0) >= leastParcelMinor;
}

/** Units by package and line, and what giving them saves. */
export interface Allocation {
  readonly quantities: Quantities;
  readonly worth: number;
}

/** @param least what an allocation must save to count. */
function search(packages: readonly GivingPackage[], giving: Giving, least: number, effort: Effort): Allocation | null {
  const { lines, unitWorth, sellOffWorth } = giving;
  const found: { best: Allocation | null } = { best: null };
  const state: Decided = {
    quantities: packages.map(() => lines.map(() => 0)),
    wanted: lines.map(({ quantity }) => quantity),
    left: packages.map(({ has }) => [...has]),
  };
  const step = (index: number, line: number, saved: number): void => {
    effort.left -= 1;
    if (effort.left < 0) return;
    const row = state.quantities[index];
    const { best } = found;
    if (row === undefined) {
      if (best === null || saved > best.worth) found.best = { worth: saved, quantities: state.quantities.map((units) => [...units]) };
    } else if (line === lines.length) {
      if (isParcel(giving, row, packages.length)) step(index + 1, 0, saved);
    } else {
      const most = saved + mostWorth(giving, state.wanted, packages, state.left, { package: index, line });
      if (most >= least && (best === null || most > best.worth)) give(index, line, saved, row);
    }
  };
  const give = (index: number, line: number, saved: number, row: number[]): void => {
    const { sku = 0, together = false } = lines[line] ?? {};
    const left = state.left[index] ?? [];
    const [wanted, has] = [state.wanted[line] ?? 0, left[sku] ?? 0];
    const worth = unitWorth + (packages[index]?.sellsOff[sku] === true ? sellOffWorth : 0);
    const most = worth > 0 ? Math.min(wanted, has) : 0;
    // Few units come before many, and many before none: the order in which equal plans are compared.
    for (let given = 1; given <= most + 1 && effort.left >= 0; given += 1) {
      const units = given > most ? 0 : given;
      row[line] = units;
      left[sku] = has - units;
      state.wanted[line] = together && units > 0 ? 0 : wanted - units;
      step(index, line + 1, saved + units * worth);
    }
    [row[line], left[sku], state.wanted[line]] = [0, has, wanted];
  };
  step(0, 0, 0);
  return found.best;
}

/**
 * Puts units into packages so that most is saved, of equal ones the first when packages, lines and units are compared in their order.
 * Each package holds something. @returns null where not each can, or where the effort was spent before one was found.
 */
export function allocateUnits(packages: readonly GivingPackage[], giving: Giving, effort: Effort): Allocation | null {
  const wanted = giving.lines.map(({ quantity }) => quantity);
  const left = packages.map(({ has }) => has);
  // Mostly as much can be saved as stock alone allows; then the first that does is the answer.
  const most = mostWorth(giving, wanted, packages, left, { package: 0, line: 0 });
  return search(packages, giving, most, effort) ?? search(packages, giving, Number.NEGATIVE_INFINITY, effort);
}
