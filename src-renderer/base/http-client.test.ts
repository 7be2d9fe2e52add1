import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { PROTOCOL_HEADER } from '../../domain/protocol/protocol.ts';
import { AnswerUnreadable, askForEvents, askForJson, askServer, ServerRefused, ServerUnreachable } from './http-client.ts';

const URL = 'https://pool.example/v1/thing';
const thing = z.object({ units: z.number() });

interface Sent {
  readonly url: string;
  readonly init: RequestInit;
}

/** Answers every request the same way. @returns what was sent. */
function answering(answer: () => Response | Promise<Response>): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal('fetch', (url: string, init: RequestInit) => {
    sent.push({ url, init });
    return Promise.resolve().then(answer);
  });
  return sent;
}

const json = (body: unknown, status = 200, headers = {}) => new Response(JSON.stringify(body), { status, headers });
const refusal = (status: number, code: string, headers = {}) => json({ error: { code, message: 'No.', fix: 'Do this.' } }, status, headers);
const failureOf = (asking: Promise<unknown>): Promise<unknown> => asking.catch((error: unknown) => error);
const timeout = () => Object.assign(new Error('The time is up.'), { name: 'TimeoutError' });

/** An answer of which only the head arrives. */
function cutOff(error: Error): Response {
  return Object.assign(json({}), { json: () => Promise.reject(error) });
}

afterEach(() => vi.unstubAllGlobals());

describe('what is sent', () => {
  it('a question is a GET, with no more headers than it needs', async () => {
    const sent = answering(() => json({ units: 3 }));
    expect(await askForJson(thing, URL, {})).toEqual({ units: 3 });
    expect(sent).toMatchObject([{ url: URL, init: { headers: {} } }]);
    expect(sent[0]?.init).not.toHaveProperty('method');
    expect(sent[0]?.init).not.toHaveProperty('body');
  });

  it('a message is JSON by POST, with the token and the version of the protocol', async () => {
    const sent = answering(() => json({ units: 3 }, 200, { [PROTOCOL_HEADER]: '3' }));
    await askForJson(thing, URL, { body: { code: 'X' }, token: 'secret', protocolVersion: 3 });
    expect(sent[0]?.init).toMatchObject({
      method: 'POST',
      body: '{"code":"X"}',
      headers: { 'content-type': 'application/json', authorization: 'Bearer secret', [PROTOCOL_HEADER]: '3' },
    });
  });

  it('ends after 30 seconds, unless the caller says when', async () => {
    const limit = vi.spyOn(AbortSignal, 'timeout');
    const sent = answering(() => json({}));
    await askServer(URL, {});
    expect(limit.mock.calls).toEqual([[30_000]]);
    expect(sent[0]?.init.signal).toBe(limit.mock.results[0]?.value);
    const own = new AbortController().signal;
    await askServer(URL, { signal: own });
    expect(sent[1]?.init.signal).toBe(own);
    limit.mockRestore();
  });
});

describe('an answer that says no', () => {
  it('has its code, its sentence and what to do', async () => {
    answering(() => refusal(409, 'id_reused'));
    const error = await failureOf(askServer(URL, {}));
    expect(error).toBeInstanceOf(ServerRefused);
    expect(error).toMatchObject({ status: 409, code: 'id_reused', message: 'No.', fix: 'Do this.' });
  });

  it('of a failed server is as good as none', async () => {
    answering(() => refusal(503, 'overloaded'));
    const error = await failureOf(askServer(URL, {}));
    expect(error).toBeInstanceOf(ServerUnreachable);
    expect(error).not.toBeInstanceOf(AnswerUnreadable);
    expect(error).toMatchObject({ status: 503, timedOut: false });
  });

  it('of a proxy is as good as none', async () => {
    answering(() => new Response('<html>', { status: 413 }));
    expect(await failureOf(askServer(URL, {}))).toMatchObject({ constructor: ServerUnreachable, status: 413 });
  });
});

describe('no answer', () => {
  it.each([
    ['no network', new TypeError('Failed to fetch'), false],
    ['no answer in time', timeout(), true],
  ])('%s', async (_, error, timedOut) => {
    answering(() => Promise.reject(error));
    expect(await failureOf(askServer(URL, {}))).toMatchObject({
      constructor: ServerUnreachable,
      message: error.message,
      status: null,
      timedOut,
    });
  });
});

describe('an answer that cannot be read', () => {
  it.each<[string, () => Response, boolean]>([
    ['is no JSON', () => new Response('<html>'), false],
    ['is no object', () => json('yes'), false],
    ['is of another schema', () => json({ units: 'three' }), false],
    ['breaks off', () => cutOff(new TypeError('network error')), false],
    ['comes too slowly', () => cutOff(timeout()), true],
  ])('%s', async (_, answer, timedOut) => {
    answering(answer);
    const error = await failureOf(askForJson(thing, URL, {}));
    expect(error).toBeInstanceOf(AnswerUnreadable);
    expect(error).toBeInstanceOf(ServerUnreachable);
    expect(error).toMatchObject({ status: null, timedOut });
  });
});

describe('a server that is older than the app', () => {
  const old = { [PROTOCOL_HEADER]: '2' };

  it.each<[string, () => Response, () => Promise<unknown>]>([
    ['answers', () => json({ units: 3 }, 200, old), () => askForJson(thing, URL, { protocolVersion: 3 })],
    ['does not understand', () => refusal(400, 'bad_request', old), () => askServer(URL, { protocolVersion: 3 })],
    [
      'opens a stream',
      () => new Response('', { headers: { 'content-type': 'text/event-stream', ...old } }),
      () => askForEvents(URL, { protocolVersion: 3, signal: new AbortController().signal }),
    ],
  ])('%s: it is not believed', async (_, answer, ask) => {
    answering(answer);
    expect(await failureOf(ask())).toMatchObject({ constructor: ServerRefused, code: 'server_too_old', fix: null });
  });

  it.each<[string, Response, unknown]>([
    ['any other refusal is believed', refusal(401, 'token_unknown', old), { code: 'token_unknown' }],
    ['a page that is no server’s is none, whatever it does not say', new Response('<html>'), { constructor: AnswerUnreadable }],
  ])('%s', async (_, answer, failure) => {
    answering(() => answer);
    expect(await failureOf(askForJson(thing, URL, { protocolVersion: 3 }))).toMatchObject(failure as object);
  });

  it('is none to a caller who does not ask', async () => {
    answering(() => json({ units: 3 }, 200, old));
    expect(await askForJson(thing, URL, {})).toEqual({ units: 3 });
  });
});

describe('an event stream', () => {
  const signal = new AbortController().signal;

  it('is handed on as it comes', async () => {
    const sent = answering(() => new Response('data: 1\n\n', { headers: { 'content-type': 'text/event-stream; charset=utf-8' } }));
    const stream = await askForEvents(URL, { signal });
    expect(await new Response(stream).text()).toBe('data: 1\n\n');
    expect(sent[0]?.init.signal).toBe(signal);
  });

  it('is nothing else', async () => {
    answering(() => json({}));
    expect(await failureOf(askForEvents(URL, { signal }))).toMatchObject({ constructor: AnswerUnreadable });
  });
});
