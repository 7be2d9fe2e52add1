import { describe, expect, it } from 'vitest';
import { ANY_SERVER, contentPolicy } from './content-policy.ts';

describe.each([ANY_SERVER, '', 'https://pool.example'])('the content policy for servers %j', (server) => {
  const policy = contentPolicy(server);

  it('begins with nothing', () => {
    expect(policy.startsWith("default-src 'none';")).toBe(true);
  });

  it('lets no script in but the own ones', () => {
    expect(policy.split('; ').filter((line) => line.startsWith('script-src'))).toEqual(["script-src 'self'"]);
    expect(policy).not.toContain('unsafe-eval');
  });

  it('has no wildcard host', () => {
    expect(policy).not.toMatch(/(^|\s)\*(\s|;|$)/);
  });
});

it('lets the page reach the one server it was started for', () => {
  expect(contentPolicy('https://pool.example')).toContain("connect-src 'self' https://pool.example;");
  expect(contentPolicy('')).toContain("connect-src 'self';");
});
