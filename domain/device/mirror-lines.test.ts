import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ByteSource, readMirrorPage, readMirrorTail } from './mirror-lines.ts';

function sourceOf(text: string): ByteSource {
  const bytes = new TextEncoder().encode(text);
  return { size: bytes.length, read: (from, length) => bytes.subarray(from, from + length) };
}

const fileOf = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');

async function readAll(source: ByteSource, pageBytes: number) {
  const lines: string[] = [];
  const damaged: string[] = [];
  for (let at: number | null = 0; at !== null; ) {
    const page = await readMirrorPage(source, at, pageBytes);
    lines.push(...page.lines);
    damaged.push(...page.damaged);
    at = page.next;
  }
  return { lines, damaged };
}

const json = fc.array(fc.json(), { maxLength: 30 });

describe('[R5] reading a mirror', () => {
  it('gives the same lines whatever the size of a page', () =>
    fc.assert(
      fc.asyncProperty(json, fc.integer({ min: 1, max: 200 }), async (lines, bytes) => {
        expect(await readAll(sourceOf(fileOf(lines)), bytes)).toEqual({ lines, damaged: [] });
      }),
    ));

  it('gives the newest lines as its tail, and at least one', () =>
    fc.assert(
      fc.asyncProperty(json, fc.integer({ min: 1, max: 200 }), async (lines, bytes) => {
        const tail = await readMirrorTail(sourceOf(fileOf(lines)), bytes);
        expect(tail.lines).toEqual(lines.slice(lines.length - tail.lines.length));
        expect(tail.lines.length).toBeGreaterThanOrEqual(Math.min(1, lines.length));
        expect(tail.next).toBeNull();
      }),
    ));

  it.each([
    ['a torn end', '{"a":1}\n{"a":', ['{"a":1}'], ['{"a":']],
    ['a damaged line in the middle', '{"a":1}\nxx{"a":2}\n{"a":3}\n', ['{"a":1}', '{"a":3}'], ['xx{"a":2}']],
    ['a whole last line without its break', '{"a":1}\n{"a":2}', ['{"a":1}', '{"a":2}'], []],
    ['bytes that a power loss left as zeros', '{"a":1}\n\u0000\u0000\n{"a":3}\n', ['{"a":1}', '{"a":3}'], ['\u0000\u0000']],
    ['nothing', '', [], []],
  ])('sets apart %s', async (_what, text, lines, damaged) => {
    expect(await readAll(sourceOf(text), 5)).toEqual({ lines, damaged });
    expect(await readMirrorTail(sourceOf(text))).toEqual({ lines, damaged, next: null });
  });

  it('looks further back for a tail when its newest lines are damaged', async () => {
    expect((await readMirrorTail(sourceOf(`{"a":1}\n{"a":2}\n${'x'.repeat(50)}\n`), 8)).lines.at(-1)).toBe('{"a":2}');
  });
});
