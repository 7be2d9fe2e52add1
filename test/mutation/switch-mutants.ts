import ts from 'typescript';
import type { Mutant } from './find-mutants.ts';

interface Place {
  readonly start: number;
  readonly end: number;
  readonly mutants: Mutant[];
  readonly inner: Place[];
}

function placesOf(mutants: readonly Mutant[]): Place[] {
  const byPlace = new Map<string, Place>();
  for (const mutant of mutants) {
    const { start, end } = mutant;
    const key = `${start} ${end}`;
    const place = byPlace.get(key) ?? { start, end, mutants: [], inner: [] };
    place.mutants.push(mutant);
    byPlace.set(key, place);
  }
  const sorted = [...byPlace.values()].sort((a, b) => a.start - b.start || b.end - a.end);
  const outermost: Place[] = [];
  const open: Place[] = [];
  for (const place of sorted) {
    while (open.length > 0 && (open.at(-1)?.end ?? 0) <= place.start) open.pop();
    (open.at(-1)?.inner ?? outermost).push(place);
    open.push(place);
  }
  return outermost;
}

/** The positions behind the `{` of every loop's body that is a block. */
function loopBodies(file: string, text: string): number[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const found: number[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isIterationStatement(node, false) && ts.isBlock(node.statement)) found.push(node.statement.getStart() + 1);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/**
 * Writes all mutants of a file into it at once; which of them is active is asked of the runtime each time. So a file is
 * transformed once, and a run without an active mutant tells which tests reach which mutant.
 * @param runtime the module that exports `mutated` and `looped`, as it is imported.
 */
export function switchMutants(file: string, text: string, mutants: readonly Mutant[], runtime: string): string {
  const loops = loopBodies(file, text);
  const copy = (from: number, to: number): string => {
    let [out, at] = ['', from];
    for (const loop of loops.filter((one) => one >= from && one < to)) {
      out += `${text.slice(at, loop)}__looped();`;
      at = loop;
    }
    return out + text.slice(at, to);
  };
  const render = (from: number, to: number, places: readonly Place[]): string => {
    let [out, at] = ['', from];
    for (const place of places) {
      const original = render(place.start, place.end, place.inner);
      const choices = place.mutants.map(({ id, replacement }) => `__mutated(${id}) ? (${replacement}) : `).join('');
      out += `${copy(at, place.start)}(${choices}(${original}))`;
      at = place.end;
    }
    return out + copy(at, to);
  };
  // On the first line, so that all others keep their numbers.
  const head = `import { mutated as __mutated, looped as __looped } from ${JSON.stringify(runtime)}; `;
  return head + render(0, text.length, placesOf(mutants));
}
