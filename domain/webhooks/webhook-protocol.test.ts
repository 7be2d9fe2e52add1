import { describe, expect, it } from 'vitest';
import { newWebhook, replayRequest, webhookChange } from './webhook-protocol.ts';

describe('an address for webhooks', () => {
  it.each(['https://shop.example/hooks', 'https://shop.example:8443/a?b=c', 'http://10.0.0.7/hooks'])('%s is taken', (url) => {
    expect(newWebhook.safeParse({ url }).success).toBe(true);
  });

  it.each(['', 'shop.example', 'ftp://shop.example', 'javascript:alert(1)', 'https://', 'https://name:secret@shop.example/'])(
    '“%s” is refused, and the field is named',
    (url) => {
      const read = newWebhook.safeParse({ url });
      expect(read.error?.issues[0]?.path).toEqual(['url']);
    },
  );

  it('is changed by what is said alone, and something is said', () => {
    expect(webhookChange.parse({ on: false })).toEqual({ on: false });
    expect(webhookChange.safeParse({}).success).toBe(false);
    expect(webhookChange.safeParse({ onn: true }).success).toBe(false);
  });

  it('hears again of a span of time that has a length', () => {
    const [from, to] = ['2026-11-28T10:00:00.000Z', '2026-11-28T11:00:00.000Z'];
    expect(replayRequest.safeParse({ from, to }).success).toBe(true);
    expect(replayRequest.safeParse({ from: to, to: from }).error?.issues[0]?.path).toEqual(['to']);
  });
});
