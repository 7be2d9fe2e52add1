import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bridgeContract, type OutpostBridge } from '../../../domain/device/bridge.ts';

/** A machine reached over some transport, on storage of its own. */
export interface BridgeUnderTest {
  bridge: OutpostBridge;
  /** Ends the machine's process and starts it again on the same storage. */
  restart(): Promise<OutpostBridge>;
  dispose(): Promise<void>;
}

const saved = { ok: true, value: null };

/** What every device host must do, whatever carries the calls. */
export function describeBridge(transport: string, create: () => Promise<BridgeUnderTest>): void {
  describe(`the bridge over ${transport}`, () => {
    let machine: BridgeUnderTest;
    let bridge: OutpostBridge;
    beforeEach(async () => {
      machine = await create();
      bridge = machine.bridge;
    });
    afterEach(() => machine.dispose());

    it('says which app this is', async () => {
      const info = await bridge.app.info();
      expect(info.ok && bridgeContract['app.info'].value.safeParse(info.value).success).toBe(true);
    });

    it('[R5] mirrors the journal in order and gives it back after a restart', async () => {
      const lines = Array.from({ length: 300 }, (_, index) => JSON.stringify({ seq: index + 1, text: 'Kaffee ☕ "quoted"' }));
      expect(await bridge.journalMirror.append(lines.slice(0, 200))).toEqual(saved);
      expect(await bridge.journalMirror.append(lines.slice(200))).toEqual(saved);
      const again = await machine.restart();
      expect(await again.journalMirror.read()).toEqual({ ok: true, value: { lines, damaged: [], next: null } });
    });

    it('[R5] continues reading where a page ended', async () => {
      const line = JSON.stringify({ text: 'x'.repeat(900_000) });
      await bridge.journalMirror.append(Array.from({ length: 6 }, () => line));
      const first = await bridge.journalMirror.read();
      const next = first.ok ? first.value.next : null;
      expect(next).not.toBeNull();
      const second = await bridge.journalMirror.read(next ?? 0);
      expect([first, second].map((page) => (page.ok ? page.value.lines.length : page.code))).toEqual([4, 2]);
    });

    it.each([
      ['no lines', []],
      ['a line that is two', ['{"a":\n1}']],
      ['a line that is no JSON', ['{"seq":1}', 'torn']],
      ['something that is no text', [{ seq: 1 } as unknown as string]],
      ['more lines than a call may carry', Array.from({ length: 5_001 }, () => '{}')],
    ])('[R5] refuses %s and writes nothing of the call', async (_what, lines) => {
      expect(await bridge.journalMirror.append(lines)).toEqual({ ok: false, code: 'bad_request' });
      expect(await bridge.journalMirror.read()).toEqual({ ok: true, value: { lines: [], damaged: [], next: null } });
    });

    it('keeps a secret across a restart, replaces it, and forgets it', async () => {
      expect(await bridge.secrets.load('register.token')).toEqual(saved);
      expect(await bridge.secrets.store('register.token', 'first')).toEqual(saved);
      expect(await bridge.secrets.store('register.token', 'second ☕')).toEqual(saved);
      const again = await machine.restart();
      expect(await again.secrets.load('register.token')).toEqual({ ok: true, value: 'second ☕' });
      expect(await again.secrets.remove('register.token')).toEqual(saved);
      expect(await again.secrets.load('register.token')).toEqual(saved);
    });

    it('[E2] asks no terminal where none is set, and nothing of a request that it cannot read', async () => {
      const place = { terminal: { driver: 'none' }, saleId: 'R1' };
      expect(await bridge.devices.call('terminal.diagnose', [place, 'A1'])).toEqual({ ok: true, value: { kind: 'not_reachable' } });
      expect(await bridge.devices.call('terminal.diagnose', [place, 'not a name'])).toEqual({ ok: false, code: 'bad_request' });
    });

    it.each(['', '../up', 'UPPER', '__proto__', 'a'.repeat(65)])('refuses %j as the name of a secret', async (name) => {
      expect(await bridge.secrets.store(name, 'x')).toEqual({ ok: false, code: 'bad_request' });
    });
  });
}
