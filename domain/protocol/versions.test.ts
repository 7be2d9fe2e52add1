import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  describeFormat,
  type Format,
  formatAdvice,
  hashFormat,
  type RecordedVersion,
  VERSION_OF,
} from '../../test/support/describe-schemas.ts';
import { version1 } from '../../test/support/old-versions.ts';
import { OLDEST_PROTOCOL_VERSION, PROTOCOL_VERSION, protocolVersionOf } from './protocol.ts';

const FORMATS: readonly Format[] = ['operation', 'protocol'];
const recorded = JSON.parse(readFileSync(new URL('../../test/fixtures/versions.json', import.meta.url), 'utf8')) as Record<
  Format,
  Record<string, RecordedVersion>
>;

describe('versions of what travels and what is kept', () => {
  it.each(FORMATS)('%s is the format that was recorded for its version', (format) => {
    const version = VERSION_OF[format];
    const advice = formatAdvice(format, version, recorded[format][version], hashFormat(describeFormat(format)));
    if (advice !== null) throw new Error(advice);
  });

  it.each(FORMATS)('%s of version 1 is recorded as what version 1 itself wrote down', (format) => {
    expect(recorded[format]['1']).toEqual({ hash: hashFormat(version1.schemas[format]), released: true });
  });

  it.each(FORMATS)('%s has no version that was left out, and only the newest is open', (format) => {
    const versions = Object.keys(recorded[format]).map(Number);
    expect(versions).toEqual(Array.from({ length: VERSION_OF[format] }, (_, index) => index + 1));
    for (const version of versions.slice(0, -1)) expect(recorded[format][version]?.released, `${format} ${version}`).toBe(true);
  });

  it('notices any change of a schema, and none where there is none', () => {
    const of = (schema: z.ZodType) => hashFormat({ schema: z.toJSONSchema(schema, { io: 'input' }) });
    const before = of(z.strictObject({ a: z.string().max(3), b: z.number() }));
    expect(of(z.strictObject({ a: z.string().max(3), b: z.number() }))).toBe(before);
    for (const other of [
      z.object({ a: z.string().max(3), b: z.number() }),
      z.strictObject({ a: z.string().max(4), b: z.number() }),
      z.strictObject({ a: z.string().max(3), b: z.number().optional() }),
    ]) {
      expect(of(other)).not.toBe(before);
    }
  });

  it.each([
    [undefined, 'is not recorded'],
    [{ hash: 'old', released: false }, 'record it anew'],
    [{ hash: 'old', released: true }, 'raise OPERATION_VERSION, keep what version 7 wrote'],
  ] as const)('says what to do about a change where %j was recorded', (before, words) => {
    expect(formatAdvice('operation', 7, before, 'new')).toContain(words);
  });

  it('reads the version that a message names; version 1 named none', () => {
    expect(['2', '13', undefined, '', '0', '-1', '2.5', 'x', '2000000', ['2']].map(protocolVersionOf)).toEqual([
      2, 13, 1, 1, 1, 1, 1, 1, 1, 1,
    ]);
    expect(OLDEST_PROTOCOL_VERSION).toBeLessThanOrEqual(PROTOCOL_VERSION);
  });
});
