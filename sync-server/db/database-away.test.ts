import { describe, expect, it } from 'vitest';
import { isDatabaseAway } from './database-away.ts';

const coded = (code: string, message = 'no') => Object.assign(new Error(message), { code });

describe('an error of the database', () => {
  it.each([
    coded('ECONNREFUSED'),
    Object.assign(new AggregateError([coded('ECONNREFUSED'), coded('ECONNREFUSED')]), {}),
    coded('57P01', 'terminating connection due to administrator command'),
    coded('57P02'),
    coded('57P03', 'the database system is starting up'),
    coded('08006'),
    coded('53300', 'sorry, too many clients already'),
    coded('25006', 'cannot execute INSERT in a read-only transaction'),
    coded('25P03'),
    new Error('Connection terminated unexpectedly'),
    new Error('timeout exceeded when trying to connect'),
    new Error('Client has encountered a connection error and is not queryable'),
  ])('says that it is away: %s', (error) => {
    expect(isDatabaseAway(error)).toBe(true);
  });

  it.each([coded('23505'), coded('40P01'), coded('22003'), coded('57014'), new Error('A pull gave no row.'), null, undefined, 'text', {}])(
    'says something else: %s',
    (error) => {
      expect(isDatabaseAway(error)).toBe(false);
    },
  );
});
