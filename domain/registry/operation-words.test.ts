import { OPERATIONS } from './registry.ts';
import { expect, it } from 'vitest';
import { operationWords } from './operation-words.ts';

it('names every kind of operation in words of its own, and one of a newer version as it names itself', () => {
  for (const type of OPERATIONS.map((definition) => definition.type)) {
    expect(operationWords(type)).not.toBe(type.replaceAll('_', ' '));
    expect(operationWords(type)).not.toContain('_');
  }
  expect(operationWords('drawer_opened')).toBe('drawer opened');
});
