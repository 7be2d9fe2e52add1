import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { signWebhook, webhookSecret } from './signature.ts';

const BODY = '{"type":"order.ready_for_pickup","timestamp":"2026-11-25T18:30:00Z","data":{"orderId":"O-1001","storeId":"S-NYC"}}';
const UTF8 = '{"type":"order.shipped","timestamp":"2026-11-25T18:31:00Z","data":{"name":"Zoë Müller","tracking":"9405599900011100000016"}}';
const FIRST = 'whsec_AQIDBAUGBwgJCgsMDQ4PEBESExQVFhcYGRobHB0eHyA=';
const SECOND = 'whsec_ZWZnaGlqa2xtbm9wcXJzdHV2d3h5ent8fX5/gIGCg4Q=';

describe('the signature of a webhook', () => {
  it.each([
    ['msg_outpost0001', 1_764_095_400, BODY, [FIRST], 'v1,4SVzOWDiKZT3QWgNje7gEiMZRZyGJrjkM73i9ud/LN8='],
    ['msg_outpost0002', 1_764_095_460, UTF8, [FIRST], 'v1,mYiaI57gENlW/EDmsxQX7kM24BYJsWsMTsFVIl53OKU='],
    [
      'msg_outpost0003',
      1_764_095_520,
      BODY,
      [FIRST, SECOND],
      'v1,kZ83ERv3kv2ePJXu5w5a9O59Kn5UdQv0suF4k4OywT0= v1,smqoaE2GYD9Qn0oor2SnH6+PD9UVcSHYQE4Pb7AH89Y=',
    ],
  ])('of %s is that of Standard Webhooks', (id, timestamp, body, secrets, signature) => {
    expect(signWebhook({ id, timestamp, body }, secrets)).toBe(signature);
  });

  it('is another one for another body, another time and another id', () => {
    const message = { id: 'msg_outpost0001', timestamp: 1_764_095_400, body: BODY };
    const others = [
      { ...message, body: BODY.replace('NYC', 'PHL') },
      { ...message, timestamp: 1_764_099_000 },
      { ...message, id: 'msg_1' },
    ];
    const signed = [message, ...others].map((one) => signWebhook(one, [FIRST]));
    expect(new Set(signed).size).toBe(4);
  });

  it('is checked by a receiver that knows nothing but the secret', () => {
    const secret = webhookSecret(Uint8Array.from({ length: 32 }, (_, index) => index * 7));
    const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
    const signed = signWebhook({ id: 'a', timestamp: 1, body: UTF8 }, [secret]);
    expect(signed).toBe(`v1,${createHmac('sha256', key).update(`a.1.${UTF8}`).digest('base64')}`);
  });
});
