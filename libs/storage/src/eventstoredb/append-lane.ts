import type { AppendExpectedRevision, EventData } from '@eventstore/db-client';

import { ServerSilent, within } from './faults.js';
import { type GuardedClient, openClient } from './guarded-client.js';

/** Far ahead: the server compares it with its own clock, so that a near one fails where the clocks differ. */
const DEADLINE_MS = 24 * 60 * 60 * 1_000;
/** While a server is away, its writers would otherwise renew the client at each of their attempts. */
const RENEWAL_INTERVAL_MS = 250;

/** The appends of this process to one server or cluster: one client, replaced only while no append is pending. */
export class AppendLane {
  static readonly #lanes = new Map<string, AppendLane>();

  #guarded: GuardedClient;
  #openedAt = 0;
  #users = 1;
  #pending = 0;
  #renewal: PromiseWithResolvers<void> | undefined;

  private constructor(private readonly connectionString: string) {
    this.#guarded = this.#open();
  }

  /** The process's one lane to this server; each caller owes one `release`. */
  static to(connectionString: string): AppendLane {
    const lane = AppendLane.#lanes.get(connectionString);
    if (!lane) {
      const opened = new AppendLane(connectionString);
      AppendLane.#lanes.set(connectionString, opened);
      return opened;
    }
    lane.#users += 1;
    return lane;
  }

  /** One attempt. Resolves to the revision that the server tells; any rejection but a refusal leaves the outcome unknown. */
  async append(
    stream: string,
    expectedRevision: AppendExpectedRevision,
    events: EventData[],
    timeoutMs: number,
  ): Promise<number> {
    while (this.#renewal) await this.#renewal.promise;
    this.#pending += 1;
    try {
      const answer = this.#guarded.client.appendToStream(stream, events, { expectedRevision, deadline: DEADLINE_MS });
      const { nextExpectedRevision } = await within(timeoutMs, answer);
      return Number(nextExpectedRevision);
    } catch (error) {
      if (error instanceof ServerSilent || this.#couldNotConnect()) this.#distrust();
      throw error;
    } finally {
      this.#pending -= 1;
      if (this.#pending === 0) void this.#renew();
    }
  }

  async release(): Promise<void> {
    this.#users -= 1;
    if (this.#users > 0) return;
    AppendLane.#lanes.delete(this.connectionString);
    await this.#guarded.end();
  }

  #open(): GuardedClient {
    this.#openedAt = performance.now();
    const guarded = openClient(this.connectionString, () => {
      if (guarded === this.#guarded) this.#distrust();
    });
    return guarded;
  }

  /** The append stream did not even open. Where it is open, the fault may be that of another client in the process. */
  #couldNotConnect(): boolean {
    return !this.#guarded.isAppending() && performance.now() - this.#openedAt > RENEWAL_INTERVAL_MS;
  }

  /** New appends wait from now on; those under way end, at the latest by their own timeout. */
  #distrust(): void {
    if (this.#users === 0) return;
    this.#renewal ??= Promise.withResolvers();
    if (this.#pending === 0) void this.#renew();
  }

  async #renew(): Promise<void> {
    const renewal = this.#renewal;
    if (!renewal) return;
    const distrusted = this.#guarded;
    this.#guarded = this.#open();
    // Only when it has ended: its end rejects every append that is then pending in the process.
    await distrusted.end();
    this.#renewal = undefined;
    renewal.resolve();
  }
}
