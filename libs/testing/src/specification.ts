import {
  type CommandContext,
  type DomainEvent,
  isRefusal,
  type LoggedEvent,
  type Projection,
  type Refusal,
  type StreamDefinition,
  type StreamName,
} from '@minutier/ledger';
import { canonicalJson } from '@minutier/proof';

type CodeOf<Decided> = Decided extends Refusal<infer Code> ? Code : never;

/** What follows from a command, as a specification states it. */
export interface Outcome<Event extends DomainEvent, Code extends string> {
  /** Exactly these facts are recorded, in this order. */
  then(...events: readonly Event[]): void;
  /** The domain says no, with this code, at this field (none named: at no field in particular). */
  thenRefuses(code: Code, pointer?: string): void;
  /** Nothing is new, so nothing is recorded. */
  thenNothing(): void;
  /** The facts recorded, for a specification that looks at a part of them. */
  facts(): readonly Event[];
}

/**
 * Rules of a stream in the form «given these facts, when this command, then those facts or this refusal».
 * Arguments of `decide` beyond command and state are given to `when`. Whatever is decided must have a canonical form,
 * fold into the stream, and leave command and state as they were; facts given are read as a store gives them back.
 */
export function specification<
  State,
  Event extends DomainEvent,
  Command,
  Frame extends readonly unknown[],
  Decided extends readonly Event[] | Refusal,
>(
  definition: StreamDefinition<State, Event>,
  decide: (command: Command, state: State, ...frame: Frame) => Decided,
): {
  given(...facts: readonly Event[]): { when(command: Command, ...frame: Frame): Outcome<Event, CodeOf<Decided>> };
} {
  return {
    given: (...facts) => ({
      when(command, ...frame) {
        const state = frozen(folded(definition, facts, definition.initial));
        const decision: readonly Event[] | Refusal = decide(
          frozen(command),
          state,
          ...(frame.map(frozen) as unknown as Frame),
        );
        return outcomeOf(definition, state, decision);
      },
    }),
  };
}

function outcomeOf<State, Event extends DomainEvent, Code extends string>(
  definition: StreamDefinition<State, Event>,
  state: State,
  decision: readonly Event[] | Refusal,
): Outcome<Event, Code> {
  const facts = (): readonly Event[] => {
    if (isRefusal(decision))
      throw new Error(`refused: ${decision.refused} at ${decision.pointer}: ${decision.because.en}`);
    for (const { type, data } of decision) {
      expect(Object.keys(definition.types)).toContain(type);
      canonicalJson(data);
    }
    folded(definition, decision, state);
    return decision;
  };
  return {
    facts,
    then: (...events) => expect(facts()).toEqual(events),
    thenNothing: () => expect(facts()).toEqual([]),
    thenRefuses(code, pointer) {
      const said = isRefusal(decision) ? decision : { recorded: decision.map(({ type }) => type) };
      expect(said).toEqual({
        refused: code,
        because: { fr: expect.stringMatching(SENTENCE), en: expect.stringMatching(SENTENCE) },
        ...(pointer === undefined ? {} : { pointer }),
      });
    },
  };
}

/** A refusal is read by people: a whole sentence in each language. */
const SENTENCE = /^[A-ZÀ-Ý«“].*[.)]$/su;

function folded<State, Event extends DomainEvent>(
  { evolve }: StreamDefinition<State, Event>,
  facts: readonly Event[],
  from: State,
): State {
  return facts.reduce((state, { type, data }) => evolve(state, { type, data: asStored(data) } as Event), from);
}

/** Data as a store gives them back: whoever compares them may not count on the order in which keys were written. */
function asStored(data: object): unknown {
  return JSON.parse(canonicalJson(data));
}

/** Freezes a value all the way down, so that a decision that changes its arguments fails where it does. */
function frozen<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  for (const member of Object.values(value)) frozen(member);
  return Object.freeze(value);
}

type Fields<Command> = { readonly [Key in keyof Command as Key extends string ? Key : never]: Command[Key] };

/** A command in specs: its fields as they stand, without the class that the bus dispatches on. */
export function commandWith<Command>(fields: Fields<Command>): Command {
  return fields as Command;
}

/** A command's context in specs: a registrar, on a day of the demonstration's story. */
export function commandContext(changes: Partial<CommandContext> = {}): CommandContext {
  const commandId = 'c0000000-0000-4000-8000-000000000001';
  return {
    commandId,
    correlationId: commandId,
    causationId: commandId,
    actor: { id: 'a0000000-0000-4000-8000-000000000001', role: 'registrar', authentication: 'none' },
    now: '2019-07-01T08:00:00.000Z',
    today: '2019-07-01',
    ...changes,
  };
}

/** An event as a projection or a reaction reads it, in a stream of that name. */
export function logged(stream: string, { type, data }: DomainEvent, changes: Partial<LoggedEvent> = {}): LoggedEvent {
  const { commandId, correlationId, causationId, actor, now } = commandContext();
  const meta = { commandId, commandDigest: '0'.repeat(64), correlationId, causationId, actor };
  return {
    id: 'e0000000-0000-5000-8000-000000000001',
    stream: stream as StreamName,
    revision: 0,
    type,
    version: 1,
    data,
    meta: { ...meta, recordedAt: now, ledger: '10000000-0000-4000-8000-000000000001' },
    position: '0',
    ordinal: 0,
    effectiveAt: now,
    ...changes,
  };
}

/** The rows of a read model after a story, by key. A projection changes no row and no event that it is given. */
export function projected<Row extends object>(
  projection: Projection<Row>,
  story: readonly LoggedEvent[],
): ReadonlyMap<string, Row> {
  const rows = new Map<string, Row>();
  for (const event of story.map(frozen)) {
    if (projection.reads !== 'all') expect(projection.reads).toContain(event.type);
    expect(projection.partitionOf(event)).not.toBe('');
    for (const key of projection.keysOf(event)) {
      expect(typeof key === 'string' && key !== '').toBe(true);
      const row = projection.project(rows.get(key) ?? null, event, key);
      if (row === null) rows.delete(key);
      else rows.set(key, frozen(row));
    }
  }
  for (const row of rows.values()) {
    expect(Object.keys(projection.indexed(row)).sort()).toEqual(Object.keys(projection.columns).sort());
  }
  return rows;
}
