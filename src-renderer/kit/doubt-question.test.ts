import { describe, expect, it } from 'vitest';
import { doubtQuestion } from './doubt-question.ts';

describe('doubtQuestion', () => {
  it.each(['much_change', 'large_float', 'large_quantity', 'refund_above_drawer', 'large_write_off', 'write_off_above_stock'] as const)(
    '%s is asked in words, and names what is doubtful',
    (doubt) => {
      const { title, text } = doubtQuestion(doubt, '$20.00');
      expect(title).toMatch(/\$20\.00.*\?$/);
      expect(text).toMatch(/^[A-Z][^_]+\.$/);
    },
  );
});
