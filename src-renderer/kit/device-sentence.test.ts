import { describe, expect, it } from 'vitest';
import { brokenSentence, deviceSentence } from './device-sentence.ts';
import type { SyncState } from './register-services.ts';

type State = Pick<SyncState, 'journal' | 'disk' | 'renewing'>;
const well: State = { journal: 'whole', disk: 'fine', renewing: false };

describe('what a person is told about the device', () => {
  it('is nothing when all is well', () => {
    expect(deviceSentence(well)).toBeNull();
  });

  it.each<[Partial<State>, string, string]>([
    [{ journal: 'lost' }, 'bad', 'Use another register'],
    [{ journal: 'needs_server' }, 'bad', 'Connect it to the network'],
    [{ disk: 'full' }, 'warn', 'Free some space'],
    [{ disk: 'failing' }, 'warn', 'close the app and open it again'],
    [{ renewing: true }, 'info', 'Nothing that was done here is lost'],
    [{ journal: 'mended' }, 'good', 'Nothing is missing'],
    [{ journal: 'mended_with_losses' }, 'warn', 'Tell support'],
    [{ journal: 'needs_server', disk: 'full', renewing: true }, 'bad', 'Connect it to the network'],
  ])('%j', (given, tone, text) => {
    const sentence = deviceSentence({ ...well, ...given });
    expect(sentence?.tone).toBe(tone);
    expect(sentence?.text).toContain(text);
  });

  it('says what to do when nothing opens', () => {
    expect(brokenSentence('full')).toContain('Free some space');
    expect(brokenSentence('failing')).toContain('save a copy for support');
  });
});
