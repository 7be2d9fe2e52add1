import { describe, expect, it, vi } from 'vitest';
import { createScanRouter, MISREAD, type ScanTarget } from './scan-router.ts';

function openRouter() {
  const asking = { now: false };
  const sound = vi.fn();
  const soundTaken = vi.fn();
  const router = createScanRouter({ soundRefused: sound, soundTaken, isAsking: () => asking.now, now: () => 1000 });
  const heard: string[] = [];
  const target = (name: string, layer: ScanTarget['layer'], answer: (code: string) => string | null = () => null): ScanTarget => ({
    layer,
    owner: name,
    onScan: (code) => (heard.push(`${name} ${code}`), answer(code)),
  });
  return { asking, sound, soundTaken, router, heard, target };
}

describe('who gets a scan', () => {
  it('is the topmost part that is shown, however late the screen behind it was added', async () => {
    const { router, heard, target } = openRouter();
    const close = router.add(target('detail', 'detail'));
    router.add(target('screen', 'screen'));
    await router.scan('1');
    close();
    await router.scan('2');
    expect(heard).toEqual(['detail 1', 'screen 2']);
  });

  it('is nobody while a question is open, unless the question itself asks for it', async () => {
    const { router, heard, target, asking, sound, soundTaken } = openRouter();
    router.add(target('screen', 'screen'));
    asking.now = true;
    await router.scan('1');
    router.add(target('dialog', 'dialog'));
    await router.scan('2');
    expect(heard).toEqual(['dialog 2']);
    expect(router.refused.getState()).toEqual([
      {
        code: '1',
        sentence: '1 was not taken: a question is open. Answer it and scan again.',
        owner: 'screen',
        times: 1,
        at: 1000,
        takenSince: 1,
      },
    ]);
    expect(sound).toHaveBeenCalledTimes(1);
    expect(soundTaken).toHaveBeenCalledTimes(1);
  });
});

describe('a scan that is refused', () => {
  it('sounds and stays listed through good scans, until a person dismisses it', async () => {
    const { router, target, sound } = openRouter();
    router.add(target('sale', 'screen', (code) => (code.startsWith('X') ? `No ${code} here.` : null)));
    for (const code of ['X1', 'good', 'X2', 'X1']) await router.scan(code);
    expect(sound).toHaveBeenCalledTimes(3);
    expect(router.refused.getState().map(({ sentence, times }) => `${sentence} ${times}`)).toEqual(['No X1 here. 2', 'No X2 here. 1']);
    await router.scan('good');
    expect(router.refused.getState().map(({ takenSince }) => takenSince)).toEqual([1, 1]);
    await router.scan('X1');
    expect(router.refused.getState().map(({ code, takenSince }) => `${code} ${takenSince}`)).toEqual(['X1 0', 'X2 1']);
    router.dismiss('X1');
    expect(router.refused.getState().map(({ code }) => code)).toEqual(['X2']);
  });

  it('is dealt with when the same code is taken later, or when the work that it belonged to ends', async () => {
    const { router, target } = openRouter();
    await router.scan('1');
    const remove = router.add(target('sale', 'screen', () => 'No.'));
    await router.scan('2');
    router.dismissOf('sale');
    expect(router.refused.getState().map(({ code }) => code)).toEqual(['1']);
    remove();
    router.add(target('sale', 'screen'));
    await router.scan('1');
    expect(router.refused.getState()).toEqual([]);
  });

  it('gives a badge to whoever takes badges, and to nobody else, and keeps its code nowhere', async () => {
    const badge = 'OPB1ABCDEFGH23456789JKLMNPQRSTUVWXYZ';
    const { router, target } = openRouter();
    router.add({ layer: 'screen', owner: 'sale', onScan: (code) => `${code} is no article.` });
    await router.scan(badge);
    expect(router.refused.getState().map(({ code, sentence, owner }) => [code, sentence, owner])).toEqual([
      ['•••', 'A badge signs in or approves. It does nothing here.', ''],
    ]);
    const taken: string[] = [];
    const remove = router.addForBadges({ layer: 'detail', owner: '', onScan: (code) => (taken.push(code), null) });
    router.add(target('sale', 'dialog'));
    await router.scan(badge);
    expect([taken, router.refused.getState()]).toEqual([[badge], []]);
    remove();
    await router.scan(badge);
    expect([taken.length, router.refused.getState().length]).toEqual([1, 1]);
  });

  it.each([
    ['where nothing takes scans', [], '4\u001d2 x', '4 2 x was scanned, but nothing is scanned on this screen.'],
    [
      'when taking it fails',
      [{ layer: 'screen' as const, owner: '', onScan: () => Promise.reject(new Error('No.')) }],
      '42',
      '42 was scanned, but that did not work. Scan it again.',
    ],
  ])('%s names what was scanned', async (_name, targets, code, sentence) => {
    const { router } = openRouter();
    targets.forEach((one) => router.add(one));
    await router.scan(code);
    expect(router.refused.getState()[0]?.sentence).toBe(sentence);
  });
});

describe('what a scanner sent and what is no code', () => {
  it('is refused aloud for whoever would have got it, and stays listed until somebody deals with it', async () => {
    const { router, heard, target, sound } = openRouter();
    router.add(target('sale', 'screen'));
    router.misread('cut');
    router.misread('noise');
    await router.scan('1');
    expect(heard).toEqual(['sale 1']);
    expect(sound).toHaveBeenCalledTimes(2);
    expect(router.refused.getState()).toMatchObject([{ code: MISREAD, owner: 'sale', times: 2, takenSince: 1 }]);
    router.dismiss(MISREAD);
    expect(router.refused.getState()).toEqual([]);
  });
});
