/**
 * Statements of the embedded database, prepared once each. PGlite parses and describes a statement again whenever it is asked, in five
 * messages; a prepared one is bound and run in a single message, which takes less than half as long.
 */
import { parse, protocol } from '@electric-sql/pglite';

const { serialize } = protocol;

/** A statement that changes tables: what was prepared before may give other columns now. */
const CHANGES_TABLES = /^\s*(create|alter|drop)\b/i;

/**
 * @param {import('@electric-sql/pglite').PGlite} pg nobody else may ask it.
 * @param {number} most how many statements are kept prepared; the one used longest ago goes first.
 */
export function prepareStatements(pg, most) {
  /** By text, in the order of their last use; null for one that was asked once, and may never be again. */
  const known = new Map();
  let named = 0;
  let last = Promise.resolve();

  const send = (...messages) => pg.execProtocolStream(Buffer.concat([...messages, serialize.sync()]));

  async function forget(statement) {
    if (statement !== null) await send(serialize.close({ type: 'S', name: statement.name }));
  }

  async function prepare(sql) {
    named += 1;
    const name = `s${named}`;
    const messages = await send(serialize.parse({ name, text: sql }), serialize.describe({ type: 'S', name }));
    return { name, types: parse.parseDescribeStatementResults(messages) };
  }

  async function execute({ name, types }, params) {
    const values = params.map((value, n) => {
      if (value === null || value === undefined) return null;
      const serializer = pg.serializers[types[n]];
      return serializer === undefined ? value.toString() : serializer(value);
    });
    const messages = await send(
      serialize.bind({ statement: name, values }),
      serialize.describe({ type: 'P', name: '' }),
      serialize.execute({}),
    );
    const [result] = parse.parseResults(messages, pg.parsers);
    return result;
  }

  async function runOne(sql, params) {
    if (CHANGES_TABLES.test(sql)) {
      for (const statement of known.values()) await forget(statement);
      known.clear();
      return pg.query(sql, params);
    }
    const before = known.get(sql);
    known.delete(sql);
    if (before === undefined) {
      known.set(sql, null);
      const [[oldest, statement]] = known;
      if (known.size > most) {
        known.delete(oldest);
        await forget(statement);
      }
      return pg.query(sql, params);
    }
    const statement = before ?? (await prepare(sql));
    known.set(sql, statement);
    return execute(statement, params);
  }

  return {
    /**
     * Runs a statement after those asked before it; the result is PGlite's own. @throws the database's error, as it comes from it.
     * @param {string} sql
     * @param {unknown[]} params
     * @returns {Promise<import('@electric-sql/pglite').Results>}
     */
    query(sql, params) {
      const answer = last.then(() => runOne(sql, params));
      last = answer.then(
        () => undefined,
        () => undefined,
      );
      return answer;
    },
    /** Resolves once everything that was asked has its answer. */
    settle: () => last,
  };
}
