import type { ResolvedEvent } from '@eventstore/db-client';

import { ServerSilent } from './faults.js';

/** What the client's read streams and subscriptions have in common. */
export interface EventSource extends NodeJS.EventEmitter {
  readonly readableLength: number;
  readonly writableLength: number;
  read(): ResolvedEvent | null;
  cancel?(): Promise<void>;
  unsubscribe?(): Promise<void>;
}

export interface Taken {
  readonly events: readonly ResolvedEvent[];
  /** The server said that it has caught up, and everything that it sent before has been taken. */
  readonly caughtUp: boolean;
  /** Nothing more comes: the end of a read, or a drop of a subscription. */
  readonly ended: boolean;
}

export interface TakeOptions {
  readonly max: number;
  readonly signal: AbortSignal;
  /** How long the server may say nothing at all. */
  readonly silenceMs: number;
  /** For a follower, which owes its silence to nobody's writing once its subscription is confirmed. */
  readonly isPatientOnceConfirmed?: boolean;
}

/**
 * Pulls events out of a read or a subscription. The stream stays paused, which keeps backpressure, and `caughtUp`
 * counts only once the buffer before it is empty: it overtakes the events that still wait there.
 */
export class EventFeed {
  #confirmed = false;
  #fault: { error: unknown } | undefined;
  #ended = false;
  #live = false;
  #told = false;
  #wake: () => void = () => undefined;

  constructor(private readonly source: EventSource) {
    source.on('readable', () => this.#wake());
    source.on('confirmation', () => {
      this.#confirmed = true;
      this.#wake();
    });
    source.on('caughtUp', () => {
      this.#live = true;
      this.#told = false;
      this.#wake();
    });
    source.on('fellBehind', () => (this.#live = false));
    // Never taken off: an error may still come after the feed was given up, and would then be uncaught.
    source.on('error', (error) => {
      this.#fault ??= { error };
      this.#wake();
    });
    // A subscription may also end with no error at all.
    for (const end of ['end', 'close']) {
      source.on(end, () => {
        this.#ended = true;
        this.#wake();
      });
    }
  }

  /** Waits for news: events, having caught up, or the end. Throws what broke the feed, once all before it is taken. */
  async take({ max, signal, silenceMs, isPatientOnceConfirmed = false }: TakeOptions): Promise<Taken> {
    for (;;) {
      const events: ResolvedEvent[] = [];
      for (let event; events.length < max && (event = this.source.read()) !== null;) events.push(event);
      const caughtUp = this.#live && this.source.readableLength === 0 && this.source.writableLength === 0;
      if (events.length > 0 || (caughtUp && !this.#told)) {
        if (caughtUp) this.#told = true;
        return { events, caughtUp, ended: false };
      }
      if (this.#fault) throw this.#fault.error;
      if (this.#ended || signal.aborted) return { events, caughtUp: false, ended: true };
      await this.#news(signal, isPatientOnceConfirmed && this.#confirmed ? undefined : silenceMs);
    }
  }

  /** The server is at work, though it has sent nothing of ours: its silence counts anew. */
  heard(): void {
    this.#wake();
  }

  /** Ends the call on the server too; leaving the stream, or destroying it, would let the call run on there. */
  cancel(): void {
    const cancelled = this.source.unsubscribe?.() ?? this.source.cancel?.();
    cancelled?.catch(() => undefined);
  }

  #news(signal: AbortSignal, silenceMs: number | undefined): Promise<void> {
    return new Promise((resolve, reject) => {
      const settle = (end: () => void) => (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', wake);
        this.#wake = () => undefined;
        end();
      };
      const wake = settle(resolve);
      const silent = settle(() => reject(new ServerSilent(`nothing within ${silenceMs} ms`)));
      const timer = silenceMs === undefined ? undefined : setTimeout(silent, silenceMs);
      signal.addEventListener('abort', wake, { once: true });
      this.#wake = wake;
    });
  }
}
