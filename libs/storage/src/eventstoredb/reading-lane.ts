import { type EventStoreDBClient, NotLeaderError } from '@eventstore/db-client';

import { type GuardedClient, openClient } from './guarded-client.js';

/** One read's or subscription's hold on a client. */
export interface ReadingLease {
  readonly client: EventStoreDBClient;
  /** The read met a fault: later reads get a fresh client, those that still run on this one go on. */
  distrust(fault?: unknown): void;
  release(): void;
}

interface SharedClient {
  readonly guarded: GuardedClient;
  users: number;
}

/**
 * The reads and subscriptions of one store. They have a client apart from the appends, because replacing a client
 * ends all its calls, and a subscription that its own client cancels is told nothing.
 */
export class ReadingLane {
  #current: SharedClient | undefined;
  #closed = false;

  constructor(private readonly connectionString: string) {}

  lease(): ReadingLease {
    const shared = (this.#current ??= { guarded: openClient(this.connectionString), users: 0 });
    shared.users += 1;
    return {
      client: shared.guarded.client,
      distrust: (fault) => {
        // A client that was sent to the leader knows where the leader is; a fresh one might not.
        if (this.#current === shared && !(fault instanceof NotLeaderError)) this.#current = undefined;
      },
      release: () => {
        shared.users -= 1;
        this.#endUnused(shared);
      },
    };
  }

  close(): void {
    this.#closed = true;
    if (this.#current) this.#endUnused(this.#current);
  }

  #endUnused(shared: SharedClient): void {
    const isWanted = this.#current === shared && !this.#closed;
    if (shared.users === 0 && !isWanted) void shared.guarded.end();
  }
}
