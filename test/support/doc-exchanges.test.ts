import { expect, it } from 'vitest';
import { readCurl, readExamples, shellWords } from './doc-exchanges.ts';

it.each<[string, string[]]>([
  ['curl a b', ['curl', 'a', 'b']],
  [`curl -d '{"a": "$X"}'`, ['curl', '-d', '{"a": "$X"}']],
  [`curl "$X/v1" -d "{\\"a\\": \\"$X\\"}"`, ['curl', 'x/v1', '-d', '{"a": "x"}']],
  ['curl \\\n  -H "A: b"', ['curl', '-H', 'A: b']],
])('reads %s as a shell does', (command, words) => {
  expect(shellWords(command, { X: 'x' })).toEqual(words);
});

it('refuses variables that nothing has set, and options that it does not know', () => {
  expect(() => shellWords('curl "$Y"', {})).toThrow('$Y');
  expect(() => readCurl('curl --data x', {})).toThrow('--data');
});

it('posts what has a body, and gets what has none', () => {
  expect(readCurl(`curl "u" -H "A: b: c" -d '{}'`, {})).toEqual({ url: 'u', method: 'POST', headers: { A: 'b: c' }, body: '{}' });
  expect(readCurl('curl u', {})).toEqual({ url: 'u', method: 'GET', headers: {}, body: null });
  expect(readCurl('curl -X POST u', {})).toEqual({ url: 'u', method: 'POST', headers: {}, body: null });
});

it('finds a command with the answer behind it', () => {
  const page = 'Text\n\n```sh\nnpm start\n```\n\n```sh\ncurl u\n```\n```json 201\n{"a": 1}\n```\n';
  expect(readExamples(page)).toEqual([{ command: 'curl u', status: 201, answer: { a: 1 } }]);
});
