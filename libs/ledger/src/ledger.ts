import { canonicalJson, sha256Hex } from '@minutier/proof';
import { LRUCache } from 'lru-cache';

import type { Clock } from './clock.js';
import { type CommandContext, type Decision, isRefusal, type LedgerCommand, type Receipt } from './decision.js';
import {
  type DomainEvent,
  type EventMeta,
  type NewEvent,
  type StoredEvent,
  type StreamName,
  streamName,
} from './envelope.js';
import { CommandIdReused, CommandRefused, RevisionConflict, StreamContended } from './errors.js';
import type { EventStore } from './event-store.js';
import { eventId, sealId } from './ids.js';
import { personalFieldsOf, type Sealed, type SealedCommand, type Sealer } from './personal.js';
import type { EventCatalogue, StreamDefinition } from './stream-definition.js';

const ATTEMPTS_MAX = 12;
const CACHED_STREAMS_MAX = 20_000;

/** A stream as folded so far. */
export interface Folded<State> {
  readonly state: State;
  /** Revision of the last event folded; -1 for an absent stream. */
  readonly revision: number;
  /** What each command left here, by command id: a repeat meets its first receipt. */
  readonly receipts: ReadonlyMap<string, { readonly digest: string; readonly receipt: Receipt }>;
}

/** What a handler may add to the execution of one command. */
export interface ExecutionOptions {
  /** Whose key seals the command's personal fields, where the stream's state cannot say (it is created by the command). */
  readonly personId?: string;
  /** When the fact took place, where that differs from when it is recorded: RFC 3339 or a civil date. */
  readonly occurredAt?: string;
  /** Fields that the digest covers in another form: those with personal texts below their first level, by their HMAC. */
  readonly digested?: Readonly<Record<string, unknown>>;
}

/** Writes decisions into streams: read, fold, decide, append at the expected revision, try again when another was faster. */
export class Ledger {
  readonly #folded = new LRUCache<string, Folded<unknown>>({ max: CACHED_STREAMS_MAX });
  /** The last command under way on each stream. */
  readonly #turns = new Map<string, Promise<unknown>>();

  constructor(
    /** The id that LedgerFounded gave. */
    readonly ledgerId: string,
    private readonly store: EventStore,
    private readonly catalogue: EventCatalogue,
    private readonly sealer: Sealer,
    readonly clock: Clock,
  ) {}

  /**
   * Gives a command to a stream and returns its receipt; the same command id again returns the first receipt.
   * Throws CommandRefused (the domain's no), CommandIdReused, RevisionConflict (only where the caller named a
   * revision), StreamContended, StoreUnavailable, AppendTooLarge.
   */
  async execute<State, Event extends DomainEvent, Command extends LedgerCommand, Code extends string>(
    definition: StreamDefinition<State, Event>,
    id: string,
    command: Command,
    decide: (command: SealedCommand<Command>, state: State) => Decision<Event, Code>,
    options: ExecutionOptions = {},
  ): Promise<Receipt> {
    const stream = streamName(definition.category, id);
    return this.#inTurn(stream, () => this.#settle(definition, id, command, decide, options));
  }

  /**
   * One command at a time per stream within this process, since two would only meet at the store and one decide again.
   * Nothing is promised by it: what other processes write is met at the expected revision.
   */
  #inTurn(stream: StreamName, work: () => Promise<Receipt>): Promise<Receipt> {
    const turn = (this.#turns.get(stream) ?? Promise.resolve()).then(work, work);
    this.#turns.set(stream, turn);
    const leave = (): void => {
      if (this.#turns.get(stream) === turn) this.#turns.delete(stream);
    };
    turn.then(leave, leave);
    return turn;
  }

  async #settle<State, Event extends DomainEvent, Command extends LedgerCommand, Code extends string>(
    definition: StreamDefinition<State, Event>,
    id: string,
    command: Command,
    decide: (command: SealedCommand<Command>, state: State) => Decision<Event, Code>,
    options: ExecutionOptions,
  ): Promise<Receipt> {
    const stream = streamName(definition.category, id);
    const { context } = command;
    let sealed: SealedCommand<Command> | undefined;
    let digest: string | undefined;
    for (let attempt = 1; attempt <= ATTEMPTS_MAX; attempt += 1) {
      const folded = await this.load(definition, id);
      const personId = options.personId ?? definition.personOf?.(folded.state);
      const first = folded.receipts.get(context.commandId);
      digest ??= await this.#digest({ ...command, ...options.digested }, command, personId);
      if (first) return repeatOf(first, digest, stream);
      if (context.expectedRevision !== undefined && context.expectedRevision !== folded.revision) {
        throw new RevisionConflict(
          stream,
          context.expectedRevision,
          folded.revision === -1 ? 'absent' : folded.revision,
        );
      }
      sealed ??= await this.#seal(command, stream, personId);
      const decision = decide(sealed, folded.state);
      if (isRefusal(decision)) throw new CommandRefused(decision.refused, decision.because, decision.pointer);
      if (decision.length === 0) return { stream, revision: folded.revision, eventIds: [] };
      const meta = this.#meta(context, digest ?? sha256Hex('erased'), options.occurredAt);
      const events = decision.map((event, index) => this.#newEvent(definition, stream, event, meta, index));
      try {
        const revision = await this.store.append(stream, folded.revision === -1 ? 'absent' : folded.revision, events);
        // Two that give one command id at once give the same event ids, and a store takes the slower for a repeat of
        // the faster: what stands in the stream says whose facts they are.
        const standing = (await this.load(definition, id)).receipts.get(context.commandId);
        if (standing) return repeatOf(standing, digest, stream);
        return { stream, revision, eventIds: events.map((event) => event.id) };
      } catch (error) {
        if (!(error instanceof RevisionConflict)) throw error;
        await pause(attempt);
      }
    }
    throw new StreamContended(`${stream} was changed by others ${ATTEMPTS_MAX} times while this command was decided`);
  }

  /** The stream as it stands: what is cached, and whatever was appended since. */
  async load<State, Event extends DomainEvent>(
    definition: StreamDefinition<State, Event>,
    id: string,
  ): Promise<Folded<State>> {
    const stream = streamName(definition.category, id);
    const cached = this.#folded.get(stream) as Folded<State> | undefined;
    const known = cached ?? { state: definition.initial, revision: -1, receipts: new Map() };
    const news = await this.store.readStream(stream, { from: known.revision + 1 });
    if (news.length === 0) return known;
    const folded = fold(
      definition,
      known,
      news.map((event) => this.catalogue.upcast(event)),
    );
    this.#keep(stream, folded);
    return folded;
  }

  /** The events of a stream in their order, in the shape of today: for what a folded state does not keep. */
  async history<State, Event extends DomainEvent>(
    definition: StreamDefinition<State, Event>,
    id: string,
  ): Promise<readonly StoredEvent[]> {
    const events = await this.store.readStream(streamName(definition.category, id));
    return events.map((event) => this.catalogue.upcast(event));
  }

  /** Another reader may have folded further in the meantime: the cache only moves forward. */
  #keep(stream: StreamName, folded: Folded<unknown>): void {
    const latest = this.#folded.get(stream);
    if (!latest || latest.revision < folded.revision) this.#folded.set(stream, folded);
  }

  #newEvent<Event extends DomainEvent>(
    definition: StreamDefinition<never, Event> | StreamDefinition<unknown, Event> | { types: object },
    stream: StreamName,
    event: Event,
    meta: EventMeta,
    index: number,
  ): NewEvent {
    const { version } = (definition.types as Record<string, { version: number }>)[event.type]!;
    return {
      id: eventId(this.ledgerId, stream, meta.commandId, index),
      type: event.type,
      version,
      data: event.data,
      meta,
    };
  }

  #meta(context: CommandContext, commandDigest: string, occurredAt: string | undefined): EventMeta {
    return {
      commandId: context.commandId,
      commandDigest,
      correlationId: context.correlationId,
      causationId: context.causationId,
      actor: context.actor,
      recordedAt: this.clock.now(),
      ...(occurredAt === undefined ? {} : { occurredAt }),
      ledger: this.ledgerId,
      ...(this.clock.simulated ? { simulated: true as const } : {}),
    };
  }

  /** Digest of the canonical command, personal fields by their HMAC; undefined when a key it needs was destroyed. */
  async #digest(digested: object, command: LedgerCommand, personId: string | undefined): Promise<string | undefined> {
    const personal = personalFieldsOf(command);
    const fields: Record<string, unknown> = {};
    for (const [field, value] of Object.entries(digested)) {
      if (field === 'context' || value === undefined) continue;
      const keyClass = personal[field];
      if (keyClass === undefined || value === null) fields[field] = value;
      else {
        if (personId === undefined) return undefined;
        const keyed = await this.sealer.keyedDigest(personId, keyClass, value);
        if (keyed === undefined) return undefined;
        fields[field] = keyed;
      }
    }
    return sha256Hex(canonicalJson({ name: command.constructor.name, fields: plain(fields) }));
  }

  async #seal<Command extends LedgerCommand>(
    command: Command,
    stream: StreamName,
    personId: string | undefined,
  ): Promise<SealedCommand<Command>> {
    const personal = Object.entries(personalFieldsOf(command));
    if (personal.length === 0) return command as unknown as SealedCommand<Command>;
    const seals: Record<string, Sealed | null> = {};
    for (const [field, keyClass] of personal) {
      const value = (command as Record<string, unknown>)[field];
      const given = value !== undefined && value !== null && personId !== undefined;
      seals[field] = given
        ? await this.sealer.seal(personId, keyClass, sealId(stream, command.context.commandId, field), value)
        : null;
    }
    return { ...command, ...seals } as unknown as SealedCommand<Command>;
  }
}

/** Folds events into a stream. The result is the same however they are cut into batches. */
export function fold<State, Event extends DomainEvent>(
  definition: StreamDefinition<State, Event>,
  from: Folded<State>,
  events: readonly StoredEvent[],
): Folded<State> {
  const receipts = new Map(from.receipts);
  let { state, revision } = from;
  for (const event of events) {
    state = definition.evolve(state, { type: event.type, data: event.data } as Event);
    revision = event.revision;
    const { commandId, commandDigest: digest } = event.meta;
    const eventIds = [...(receipts.get(commandId)?.receipt.eventIds ?? []), event.id];
    receipts.set(commandId, { digest, receipt: { stream: event.stream, revision, eventIds } });
  }
  return { state, revision, receipts };
}

function repeatOf(first: { digest: string; receipt: Receipt }, digest: string | undefined, stream: string): Receipt {
  if (digest !== undefined && digest !== first.digest) {
    throw new CommandIdReused(`this command id already stands in ${stream} under another content`);
  }
  return first.receipt;
}

/** Class instances inside a command become plain objects, as they will be read back. */
function plain(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}

/** Lets the faster writer finish: up to 2^attempt milliseconds, at random, so that two losers do not meet again. */
function pause(attempt: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * Math.min(100, 2 ** attempt)));
}
