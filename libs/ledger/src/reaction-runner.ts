import { parisDay } from './as-of.js';
import type { Clock } from './clock.js';
import type { CommandContext, LedgerCommand } from './decision.js';
import type { LoggedEvent } from './envelope.js';
import type { EventStore } from './event-store.js';
import { derivedId, reactionCommandId } from './ids.js';
import { BEFORE_FIRST, type Checkpoint, followLog } from './log-follower.js';
import { pauseUnlessAborted } from './pause.js';
import type { ReadStore } from './read-store.js';
import type { EventCatalogue } from './stream-definition.js';

/** A command that a reaction gives, and the stream it goes to. */
export interface ReactionCommand {
  readonly stream: string;
  command(context: CommandContext): LedgerCommand;
}

/**
 * A duty: when this happens, that is done. Pure. Its commands leave their outcome in their stream, accepted or
 * refused, so that a repeat meets it; `name` is permanent, since ids derive from it.
 */
export interface Reaction {
  readonly name: string;
  readonly reads: readonly string[];
  react(event: LoggedEvent): readonly ReactionCommand[];
}

const RETRY_PAUSE_MAX_MS = 5_000;
const SILENT_ATTEMPTS_MAX = 3;
const CHECKPOINT_EVERY = 256;

/** Drives one or more reactions from a stored checkpoint. Running twice, or again, changes nothing: the ids are the same. */
export class ReactionRunner {
  readonly #stop = new AbortController();
  #checkpoint: Checkpoint = BEFORE_FIRST;
  /** Ordinal of the checkpoint that is stored. */
  #stored = -1;
  #loop: Promise<void> | undefined;
  #stalled: string | undefined;

  constructor(
    private readonly store: EventStore,
    private readonly readStore: ReadStore,
    private readonly catalogue: EventCatalogue,
    private readonly reactions: readonly Reaction[],
    private readonly clock: Clock,
    private readonly dispatch: (command: LedgerCommand) => Promise<unknown>,
  ) {}

  /** Begins after the stored checkpoint. */
  async start(): Promise<void> {
    const checkpoints = await this.readStore.prepare([]);
    this.#checkpoint = checkpoints.get('reactions') ?? BEFORE_FIRST;
    this.#stored = this.#checkpoint.ordinal;
    this.#loop = this.#followThroughFaults();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#loop;
  }

  get status(): { ordinal: number; stalled: string | undefined } {
    return { ordinal: this.#checkpoint.ordinal, stalled: this.#stalled };
  }

  /** A fault of a store is tried again from the checkpoint; anything else stops the reactions and shows on health. */
  async #followThroughFaults(): Promise<void> {
    for (let attempt = 1; !this.#stop.signal.aborted; attempt += 1) {
      const before = this.#checkpoint.ordinal;
      try {
        await this.#follow();
      } catch (error) {
        if (this.#checkpoint.ordinal > before) attempt = 1;
        this.#stalled = error instanceof Error ? error.message : String(error);
        if ((error as { retryable?: boolean }).retryable === false) return;
        await pauseUnlessAborted(Math.min(RETRY_PAUSE_MAX_MS, 50 * 2 ** attempt), this.#stop.signal);
      }
    }
  }

  async #follow(): Promise<void> {
    for await (const { events, checkpoint } of followLog(
      this.store,
      this.catalogue,
      this.#checkpoint,
      this.#stop.signal,
    )) {
      let reacted = false;
      for (const event of events) reacted = (await this.#reactTo(event)) || reacted;
      if (this.#stop.signal.aborted) return;
      this.#stalled = undefined;
      this.#checkpoint = checkpoint;
      // What concerns no reaction is harmless to read again: its checkpoint need not be written each time.
      if (reacted || checkpoint.ordinal - this.#stored >= CHECKPOINT_EVERY) await this.#store(checkpoint);
    }
  }

  async #store(checkpoint: Checkpoint): Promise<void> {
    const checkpoints = new Map([['reactions', checkpoint]]);
    await this.readStore.commit({ changes: [], log: [], quarantined: [], checkpoints });
    this.#stored = checkpoint.ordinal;
  }

  /** Answers whether the event concerned any reaction. */
  async #reactTo(event: LoggedEvent): Promise<boolean> {
    const concerned = this.reactions.filter((reaction) => reaction.reads.includes(event.type));
    for (const reaction of concerned) {
      const commands = reaction.react(event);
      for (const [index, given] of commands.entries()) {
        await this.#untilSettled(given.command(this.#context(reaction.name, event, given.stream, index)));
      }
    }
    return concerned.length > 0;
  }

  #context(reaction: string, event: LoggedEvent, stream: string, index: number): CommandContext {
    const now = this.clock.now();
    return {
      commandId: reactionCommandId(reaction, event.id, stream, index),
      correlationId: event.meta.correlationId,
      causationId: event.id,
      actor: { id: derivedId('reaction-actor', reaction), role: 'reaction', authentication: 'system' },
      now,
      today: parisDay(now),
    };
  }

  /** Conflict, outage and timeout are never refusals: the same command goes again until it is settled. */
  async #untilSettled(command: LedgerCommand): Promise<void> {
    for (let attempt = 1; !this.#stop.signal.aborted; attempt += 1) {
      try {
        await this.dispatch(command);
        this.#stalled = undefined;
        return;
      } catch (error) {
        if ((error as { retryable?: boolean }).retryable !== true) throw error;
        // A conflict passes at once; what lasts is shown, since nothing moves behind it.
        if (attempt > SILENT_ATTEMPTS_MAX) this.#stalled = error instanceof Error ? error.message : String(error);
        await pauseUnlessAborted(Math.min(RETRY_PAUSE_MAX_MS, 10 * 2 ** attempt), this.#stop.signal);
      }
    }
  }
}
