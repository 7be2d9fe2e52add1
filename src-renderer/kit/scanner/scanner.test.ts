import { afterEach, expect, it, vi } from 'vitest';
import { scanner } from './scanner.ts';
import { scannerSetting, typedBefore } from './scanner-setting.ts';

afterEach(() => {
  typedBefore.setState([], true);
  scannerSetting.setState({ sounds: 'all' });
  vi.unstubAllGlobals();
});

it('gives codes to every screen without what the scanners of the store type before them', async () => {
  vi.stubGlobal('document', { body: { children: [] } });
  scannerSetting.setState({ sounds: 'none' });
  const codes: string[] = [];
  const remove = scanner.add({ layer: 'screen', owner: 'test', onScan: (code) => (codes.push(code), null) });
  await scanner.scan('~4006381333931');
  typedBefore.setState(['~'], true);
  await scanner.scan('~4006381333931');
  await scanner.scan('4006381333931');
  remove();
  expect(codes).toEqual(['~4006381333931', '4006381333931', '4006381333931']);
});
