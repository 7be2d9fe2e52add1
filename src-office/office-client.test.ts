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
