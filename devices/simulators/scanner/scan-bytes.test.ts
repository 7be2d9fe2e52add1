import { expect, it } from 'vitest';
import { halfOf, scanBytes, scanRequest } from './scan-bytes.ts';

const sent = (request: object) => [...scanBytes(scanRequest.parse(request))];

it.each([
  [{ code: 'A1' }, [0x41, 0x31, 0x0d]],
  [{ code: 'A{GS}1', end: 'crlf' }, [0x41, 0x1d, 0x31, 0x0d, 0x0a]],
  [{ code: 'Ö', end: 'tab' }, [0xc3, 0x96, 0x09]],
  [{ code: 'Ö', letters: 'latin1', end: 'lf' }, [0xd6, 0x0a]],
  [{ code: 'A1', end: 'none' }, [0x41, 0x31]],
])('%j', (request, bytes) => {
  expect(sent(request)).toEqual(bytes);
});

it('has a half that is never the whole code', () => {
  expect([...halfOf(scanBytes(scanRequest.parse({ code: '4012' })))]).toEqual([0x34, 0x30, 0x31]);
});
