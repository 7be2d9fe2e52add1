import { type Drawers, drawersSetting } from '../../domain/shift/settings.ts';

/** A drawer in a line: its connector and its name. */
export function drawerText({ connector, name }: Drawers[number]): string {
  return `${connector} ${name}`;
}

/** Reads drawers, one a line; null where a line is none, or names one twice. Empty lines are left out. */
export function readDrawers(lines: readonly string[]): Drawers | null {
  const read = lines.filter((line) => line.trim() !== '').map((line) => /^([12])\s+(\S.*)$/.exec(line.trim()));
  return drawersSetting.schema.safeParse(read.map((match) => ({ connector: Number(match?.[1]), name: match?.[2] }))).data ?? null;
}
