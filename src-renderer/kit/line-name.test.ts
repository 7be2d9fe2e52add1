import { expect, it } from 'vitest';
import { lineName } from './line-name.ts';

it.each([
  [{ name: 'Mug' }, 'Mug'],
  [{ kind: 'goods' as const, name: 'Mug', reference: 'SV-4821-0f' }, 'Mug'],
  [{ kind: 'gift_card' as const, name: '···· 4821', reference: 'SV-4821-0f' }, 'Gift card ···· 4821'],
])('%j is called %j', (line, called) => expect(lineName(line)).toBe(called));
