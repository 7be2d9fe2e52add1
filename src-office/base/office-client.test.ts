import { afterEach, describe, expect, it, vi } from 'vitest';
import { OfficeFailure, officeClient } from './office-client.ts';

afterEach(() => vi.unstubAllGlobals());

describe('a key that does not open the head office', () => {
  it.each([
    [401, 'token_unknown', 'The server does not know this key.'],
    [401, 'key_withdrawn', 'This key was withdrawn. Use another key of the head office.'],
    [403, 'not_allowed', 'This key is not for the head office. Use one that is.'],
  ])('%d %s is told in words, and asks for another', async (status, code, words) => {
    vi.stubGlobal('fetch', () =>
      Promise.resolve(new Response(JSON.stringify({ error: { code, message: 'The words of the server.' } }), { status })),
    );
    const failure: unknown = await officeClient('key_x')
      .overview()
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(OfficeFailure);
    expect(failure).toMatchObject({ message: words });
  });
});

describe('an answer that is none', () => {
  const overview = () =>
    officeClient('key_x')
      .overview()
      .catch((error: unknown) => error);

  it.each<[string, () => Promise<Response>, string, string]>([
    [
      'no network',
      () => Promise.reject(new TypeError('Failed to fetch')),
      'unreachable',
      'The server cannot be reached. Nothing was changed; try again.',
    ],
    [
      'a failed server',
      () => Promise.resolve(new Response('', { status: 502 })),
      'unreachable',
      'The server could not do it (502). Try again.',
    ],
    [
      'another page',
      () => Promise.resolve(new Response('<html>')),
      'unreachable',
      'The answer of the server could not be read. Load this page again.',
    ],
    [
      'a refusal',
      () => Promise.resolve(new Response('{"error":{"code":"bad_request","message":"No.","fix":"Do this."}}', { status: 400 })),
      'refused',
      'No. Do this.',
    ],
  ])('%s is told in words', async (_, answer, kind, message) => {
    vi.stubGlobal('fetch', answer);
    expect(await overview()).toMatchObject({ constructor: OfficeFailure, kind, message });
  });

  it('passes on what is none of the server’s failures', async () => {
    const broken = new Error('The disk is full.');
    vi.stubGlobal('fetch', () => Promise.resolve(Object.assign(new Response('x'), { text: () => Promise.reject(broken) })));
    await expect(officeClient('key_x').exportQuarantine({}, [])).rejects.toBe(broken);
  });
});
