import { expect, it } from 'vitest';
import { hashPickupCode } from './pickup-code.ts';

it('keeps its pickup code hash, which the server writes and the register checks', () => {
  expect(hashPickupCode('WEB-7', 'K7P2')).toBe('2deb1ab70c37ef473123ddaea2bbd026d98a407a9312ff8744df77847ca5571e');
});
