import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';

interface Queryable {
  query<T>(sql: string, params?: unknown[]): Promise<{ readonly rows: T[]; readonly affectedRows?: number | undefined }>;
}

/** As much of PGlite as is used here. */
export interface PGliteLike extends Queryable {
  readonly closed: boolean;
  readonly waitReady: Promise<void>;
  /** Commits when `work` resolves, and rolls back when it rejects. */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>;
  close(): Promise<void>;
}

/** A transaction from its begin to its end. */
interface OpenTransaction {
  readonly tx: Queryable;
  commit(): void;
  rollBack(): void;
  /** Resolves once it is committed. */
  readonly ended: Promise<void>;
}

const ROLLED_BACK = new Error('The transaction is rolled back.');

class PGliteConnection implements DatabaseConnection {
  readonly #pglite: PGliteLike;
  #open: OpenTransaction | undefined;

  constructor(pglite: PGliteLike) {
    this.#pglite = pglite;
  }

  async executeQuery<R>({ sql, parameters }: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, affectedRows } = await (this.#open?.tx ?? this.#pglite).query<R>(sql, [...parameters]);
    return { rows, ...(affectedRows === undefined ? {} : { numAffectedRows: BigInt(affectedRows) }) };
  }

  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('The embedded database gives no streams.');
  }

  /** @throws what the database says when it cannot begin */
  async begin(): Promise<void> {
    await new Promise<void>((begun, failed) => {
      const ended = this.#pglite.transaction(
        (tx) =>
          new Promise<void>((commit, reject) => {
            this.#open = { tx, commit, rollBack: () => reject(ROLLED_BACK), ended };
            begun();
          }),
      );
      ended.catch(failed);
    });
  }

  /** @throws what the database says; nothing of the transaction has happened then */
  async commit(): Promise<void> {
    const open = this.#open;
    this.#open = undefined;
    open?.commit();
    await open?.ended;
  }

  async rollBack(): Promise<void> {
    const open = this.#open;
    this.#open = undefined;
    open?.rollBack();
    await open?.ended.catch(() => undefined);
  }
}

/** PGlite has one connection. Whoever wants it waits for those that came before. */
class PGliteDriver implements Driver {
  readonly #pglite: PGliteLike;
  readonly #connection: PGliteConnection;
  #free: Promise<void> = Promise.resolve();
  #release: () => void = () => undefined;

  constructor(pglite: PGliteLike) {
    this.#pglite = pglite;
    this.#connection = new PGliteConnection(pglite);
  }

  async init(): Promise<void> {
    if (this.#pglite.closed) throw new Error('The database is closed.');
    await this.#pglite.waitReady;
  }

  async acquireConnection(): Promise<PGliteConnection> {
    const before = this.#free;
    let release = (): void => undefined;
    this.#free = new Promise((resolve) => {
      release = resolve;
    });
    await before;
    this.#release = release;
    return this.#connection;
  }

  releaseConnection(): Promise<void> {
    this.#release();
    return Promise.resolve();
  }

  beginTransaction(connection: PGliteConnection): Promise<void> {
    return connection.begin();
  }

  commitTransaction(connection: PGliteConnection): Promise<void> {
    return connection.commit();
  }

  rollbackTransaction(connection: PGliteConnection): Promise<void> {
    return connection.rollBack();
  }

  async destroy(): Promise<void> {
    if (!this.#pglite.closed) await this.#pglite.close();
  }
}

class PGliteAdapter extends PostgresAdapter {
  /** Nobody else can have the one connection while migrations run on it. */
  override acquireMigrationLock(): Promise<void> {
    return Promise.resolve();
  }
}

/** kysely on PGlite. Its own dialect for it came with version 0.29, which does not say that it runs on Node 20. */
export class PGliteDialect implements Dialect {
  readonly #pglite: PGliteLike;

  constructor({ pglite }: { readonly pglite: PGliteLike }) {
    this.#pglite = pglite;
  }

  createAdapter = (): PGliteAdapter => new PGliteAdapter();
  createDriver = (): Driver => new PGliteDriver(this.#pglite);
  createIntrospector: Dialect['createIntrospector'] = (db) => new PostgresIntrospector(db);
  createQueryCompiler = (): PostgresQueryCompiler => new PostgresQueryCompiler();
}
