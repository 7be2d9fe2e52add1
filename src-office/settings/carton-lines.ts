import type { Carton } from '../../domain/labels/settings.ts';

/** A carton in a line: `Box M: 300 x 230 x 150 mm, 180 g, 10000 g`. */
export function cartonText({ name, size, weightGrams, mostGrams }: Carton): string {
  return `${name}: ${size.join(' x ')} mm, ${weightGrams} g, ${mostGrams} g`;
}

const LINE = /^(.+): *(\d+) *[x×] *(\d+) *[x×] *(\d+) *mm, *(\d+) *g, *(\d+) *g$/i;

/** Reads cartons, one a line; empty lines are left out. @returns null where a line is none. */
export function readCartons(lines: readonly string[]): Carton[] | null {
  const written = lines.map((line) => line.trim()).filter((line) => line !== '');
  const read = written.flatMap((line): Carton[] => {
    const [, name = '', ...numbers] = LINE.exec(line) ?? [];
    const [length = 0, width = 0, height = 0, weightGrams = 0, mostGrams = 0] = numbers.map(Number);
    return name === '' ? [] : [{ name: name.trim(), size: [length, width, height], weightGrams, mostGrams }];
  });
  return read.length === written.length ? read : null;
}
