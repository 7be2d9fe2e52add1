import { describe, expect, it } from 'vitest';
import { readyLines } from './ready-lines.ts';

const started = {
  url: 'http://localhost:4680',
  next: { isSample: true, lines: ['What to do next'] },
  officeUser: 'Admin, password abcd',
  officeKey: 'key_secret',
  keysFile: '/data/keys.json',
  log: '/data/server.log',
  tls: undefined,
  trustPort: 4681,
};
const local = {
  cert: '',
  key: '',
  name: 'till.local',
  otherNames: ['10.0.0.5'],
  authority: { cert: '', fingerprint: 'AB:CD' },
};

describe('what is printed once the server listens', () => {
  it('begins with what to do next, and shows the key of the sample company', () => {
    expect(readyLines(started)).toEqual([
      'What to do next',
      '  Head office    http://localhost:4680/office',
      '  Office user    Admin, password abcd',
      '  Office key     key_secret',
      '  Web shop key   in /data/keys.json',
      '  Log            /data/server.log',
      '  API            http://localhost:4680/docs',
    ]);
  });

  it('names no file of the log where there is none', () => {
    expect(readyLines({ ...started, log: undefined }).join('\n')).not.toContain('Log ');
  });

  it('says nothing about office users where there is nothing to say', () => {
    expect(readyLines({ ...started, officeUser: null }).filter((line) => line.includes('Office user'))).toEqual([]);
  });

  it("never shows another company's key", () => {
    const lines = readyLines({ ...started, next: { isSample: false, lines: [] } });
    expect(lines).toContain('  Office key     in /data/keys.json');
    expect(lines.join('\n')).not.toContain('key_secret');
  });

  it('tells other devices how to trust a certificate that was made here, and nothing about one that they trust already', () => {
    expect(readyLines({ ...started, tls: local }).slice(-2)).toEqual([
      '  Other devices  open http://till.local:4681 or http://10.0.0.5:4681 once and follow it: it makes them trust this server',
      '  Fingerprint    AB:CD',
    ]);
    expect(readyLines({ ...started, tls: { ...local, authority: null } })).toEqual(readyLines(started));
  });
});
