import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { JournalMirrorPort } from '../../../domain/device/bridge.ts';

/** The journal's second place somewhere, and what may happen to it there. */
export interface MirrorUnderTest {
  mirror: JournalMirrorPort;
  /** Ends the process that writes it, in the middle of whatever it does, and starts another on the same file. */
  restart(): Promise<JournalMirrorPort>;
  /** Writes text to the end of the file past the mirror, as a power loss or a bad disk would leave it, and restarts. */
  spoil(text: string): Promise<JournalMirrorPort>;
  dispose(): Promise<void>;
}

const line = (seq: number) => JSON.stringify({ seq, text: 'Kaffee ☕ "quoted"' });
const linesTo = (count: number) => Array.from({ length: count }, (_, index) => line(index + 1));
const saved = { ok: true, value: null };
const page = (lines: readonly string[], damaged: readonly string[] = []) => ({ ok: true, value: { lines, damaged, next: null } });

/** What every second place of the journal must do (rule R5), wherever it lies. */
export function describeMirror(
  place: string,
  create: () => Promise<MirrorUnderTest>,
  end: () => Promise<void> = () => Promise.resolve(),
): void {
  describe(`[R5] the journal's mirror in ${place}`, () => {
    let under: MirrorUnderTest;
    let mirror: JournalMirrorPort;
    beforeEach(async () => {
      under = await create();
      mirror = under.mirror;
    });
    afterEach(() => under.dispose());
    afterAll(end);

    it('is empty before the first operation', async () => {
      expect(await mirror.read()).toEqual(page([]));
      expect(await mirror.tail()).toEqual(page([]));
    });

    it('has what was acknowledged after its process was killed, in order', async () => {
      const all = linesTo(300);
      expect(await mirror.append(all.slice(0, 200))).toEqual(saved);
      expect(await mirror.append(all.slice(200))).toEqual(saved);
      const again = await under.restart();
      expect(await again.read()).toEqual(page(all));
      expect(await again.tail()).toEqual(page(all));
    });

    it('keeps the order of appends that overlap', async () => {
      const all = linesTo(50);
      expect(await Promise.all(all.map((each) => mirror.append([each])))).toEqual(all.map(() => saved));
      expect(await mirror.read()).toEqual(page(all));
    });

    it('sets a torn end apart, and writes on behind it', async () => {
      await mirror.append([line(1)]);
      mirror = await under.spoil('{"seq":2,"te');
      expect(await mirror.read()).toEqual(page([line(1)], ['{"seq":2,"te']));
      expect(await mirror.append([line(2)])).toEqual(saved);
      expect(await mirror.read()).toEqual(page([line(1), line(2)], ['{"seq":2,"te']));
      expect(await mirror.tail()).toEqual(page([line(1), line(2)], ['{"seq":2,"te']));
    });

    it('skips a damaged line in the middle', async () => {
      await mirror.append([line(1)]);
      mirror = await under.spoil('}} not a line {{\n');
      await mirror.append([line(3)]);
      expect(await mirror.read()).toEqual(page([line(1), line(3)], ['}} not a line {{']));
    });

    it('gives a long file in pages, and of its tail only the newest lines', async () => {
      const long = Array.from({ length: 6 }, (_, seq) => JSON.stringify({ seq, text: 'x'.repeat(900_000) }));
      await mirror.append(long);
      const first = await mirror.read();
      const next = first.ok ? first.value.next : null;
      const second = await mirror.read(next ?? 0);
      expect([first, second].map((each) => (each.ok ? each.value.lines.length : each.code))).toEqual([4, 2]);
      expect(await mirror.tail()).toEqual(page(long.slice(-1)));
    });
  });
}
