declare module 'dynalite' {
  import type { Server } from 'node:http';

  interface DynaliteOptions {
    readonly path: string;
    readonly createTableMs: number;
    readonly deleteTableMs: number;
    readonly updateTableMs: number;
  }

  /** Closing the server closes its database too. */
  function dynalite(options: DynaliteOptions): Server;
  export = dynalite;
}
