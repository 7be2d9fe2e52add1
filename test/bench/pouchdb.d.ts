// What the benchmark uses of packages that bring no types of their own.
declare module 'pouchdb-browser' {
  interface Database {
    info(): Promise<{ readonly doc_count: number }>;
  }
  interface PouchDB {
    new (name: string): Database;
    replicate(
      source: string,
      target: Database,
      options: { batch_size: number; batches_limit: number },
    ): Promise<{ readonly ok: boolean; readonly docs_written: number }>;
  }
  const pouchDB: PouchDB;
  export default pouchDB;
}

declare module 'pouchdb-core' {
  interface Database {
    bulkDocs(documents: readonly object[]): Promise<unknown>;
  }
  interface PouchDB {
    new (name: string): Database;
    plugin(plugin: unknown): PouchDB;
    defaults(options: { readonly adapter: string }): PouchDB;
  }
  const pouchDB: PouchDB;
  export default pouchDB;
}

declare module 'pouchdb-adapter-memory' {
  const plugin: unknown;
  export default plugin;
}

declare module 'express-pouchdb' {
  export default function expressPouchDB(
    pouchDB: unknown,
    options: { readonly mode: 'minimumForPouchDB'; readonly inMemoryConfig: true; readonly logPath: string },
  ): (request: import('node:http').IncomingMessage, response: import('node:http').ServerResponse) => void;
}
