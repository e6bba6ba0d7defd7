/** The writer's clock. */
export interface Clock {
  /** RFC 3339, UTC, milliseconds. */
  now(): string;
  /** True on a demonstration ledger only: its events say so. */
  readonly simulated: boolean;
}

/** The machine's clock. */
export const systemClock: Clock = { now: () => new Date().toISOString(), simulated: false };

/** A demonstration's clock: it stands where the story put it, and moves on with real time from there. */
export class SimulatedClock implements Clock {
  readonly simulated = true;
  #offsetMs = 0;

  now(): string {
    return new Date(Date.now() + this.#offsetMs).toISOString();
  }

  /** Puts the clock at an instant of the story. */
  set(instant: string): void {
    this.#offsetMs = Date.parse(instant) - Date.now();
  }
}
