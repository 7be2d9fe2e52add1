import { afterEach, describe, expect, it, vi } from 'vitest';
import { chosenLanguage } from '../../texts/words/chosen-language.ts';
import { officeClient } from './office-client.ts';
import { OfficeFailure } from './office-failure.ts';

afterEach(() => vi.unstubAllGlobals());

describe('a refusal', () => {
  it.each([
    [401, 'token_unknown', 'signed_out', 'You are not signed in any more. Sign in again.'],
    [401, 'signed_out', 'signed_out', 'You are not signed in any more. Sign in again.'],
    [403, 'not_allowed', 'refused', 'You may not do this. Ask somebody who manages users.'],
    [403, 'set_up_second_factor', 'duty', 'The head office demands a second factor. Set one up.'],
    [403, 'change_password', 'duty', 'Somebody else has made your password. Choose one that only you know.'],
    [401, 'wrong_name_or_password', 'refused', 'The name or the password is wrong.'],
    [409, 'last_manager', 'refused', 'This is the last one who can manage users or keys. Let somebody else do it first.'],
    [409, 'of_a_newer_server', 'refused', 'The words of the server.'],
  ])('%d %s is told in words, and what follows from it', async (status, code, kind, words) => {
    vi.stubGlobal('fetch', () =>
      Promise.resolve(new Response(JSON.stringify({ error: { code, message: 'The words of the server.' } }), { status })),
    );
    const failure: unknown = await officeClient('user_x')
      .overview()
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(OfficeFailure);
    expect(failure).toMatchObject({ message: words, kind, duty: kind === 'duty' ? code : null });
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
      'a refusal that no catalog knows',
      () => Promise.resolve(new Response('{"error":{"code":"of_later","message":"No.","fix":"Do this."}}', { status: 400 })),
      'refused',
      'No. Do this.',
    ],
    [
      'a refusal',
      () => Promise.resolve(new Response('{"error":{"code":"bad_value","message":"No.","field":"value.food"}}', { status: 400 })),
      'refused',
      'This value does not fit: value.food.',
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

describe('a file that was not taken', () => {
  afterEach(() => chosenLanguage.setState({ language: 'en' }));
  const upload = (facts: object) => {
    const error = { code: 'bad_file', message: 'The words of the server.', facts };
    vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify({ error }), { status: 400 })));
    return officeClient('user_x')
      .overview()
      .catch((failure: unknown) => failure);
  };

  it('is told in the language of the page', async () => {
    chosenLanguage.setState({ language: 'de' });
    const failure = (await upload({ fault: 'no_rows', file: 'xmas.csv', columns: 'id' })) as OfficeFailure;
    expect(failure.message.replace(/[\u2066-\u2069]/g, '')).toBe('xmas.csv ist leer. Die erste Zeile muss id nennen.');
  });

  it('is told in the words of the server where no catalog knows what is wrong', async () => {
    expect(await upload({ fault: 'of_later' })).toMatchObject({ message: 'The words of the server.' });
  });
});
