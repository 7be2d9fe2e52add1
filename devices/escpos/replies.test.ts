import { expect, it } from 'vitest';
import { readReplies } from './replies.ts';

it.each([
  [
    'DLE EOT, twice',
    [0x12, 0x1a],
    [
      { kind: 'state', byte: 0x12 },
      { kind: 'state', byte: 0x1a },
    ],
    [],
  ],
  ['the state of paper that has ended', [0x7e], [{ kind: 'state', byte: 0x7e }], []],
  ['GS r', [0x0c], [{ kind: 'paper', byte: 0x0c }], []],
  ['GS ( H', [0x37, 0x22, 0x41, 0x42, 0x43, 0x44, 0x00], [{ kind: 'job', number: 'ABCD' }], []],
  ['a number of a job that is not whole yet', [0x12, 0x37, 0x22, 0x41], [{ kind: 'state', byte: 0x12 }], [0x37, 0x22, 0x41]],
  [
    'automatic status, whose bytes could be taken for answers about paper',
    [0x10, 0x00, 0x0c, 0x0f, 0x16],
    [{ kind: 'state', byte: 0x16 }],
    [],
  ],
  ['XON and XOFF', [0x13, 0x11, 0x12], [{ kind: 'state', byte: 0x12 }], [0x11, 0x12].slice(2)],
])('reads %s', (_what, bytes, said, rest) => {
  expect(readReplies(bytes)).toEqual({ said, rest });
});
