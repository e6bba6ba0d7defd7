import type { DomainEvent, StoredEvent } from './envelope.js';
import { UnknownEvent } from './errors.js';

/** Turns the data of one version of an event into the next version's; pure, so that 2019 reads the same in 2039. */
export type Upcaster = (data: object) => object;

/** How one type of event stands today: its current version, and how each older one becomes the next. */
export interface EventType {
  readonly version: number;
  /** `upcasters[0]` turns version 1 into 2, and so on; as many as there are older versions. */
  readonly upcasters?: readonly Upcaster[];
}

/** Every type that one kind of stream may hold. */
export type EventTypes<Event extends DomainEvent> = { readonly [Type in Event['type']]: EventType };

/** A kind of stream: its category, its facts and how they fold. Owned by one library. */
export interface StreamDefinition<State, Event extends DomainEvent> {
  readonly category: string;
  readonly initial: State;
  readonly evolve: (state: State, event: Event) => State;
  readonly types: EventTypes<Event>;
  /** Whose key seals the personal fields of commands to this stream; undefined where the stream is about no one person. */
  readonly personOf?: (state: State) => string | undefined;
}

/** A read-only table of every event type that this process knows. */
export interface EventCatalogue {
  /** Category of the stream that owns each type. */
  readonly types: ReadonlyMap<string, EventType & { readonly category: string }>;
  /** The event in the shape of today. Throws UnknownEvent for a type or version that is not known. */
  upcast<E extends StoredEvent>(event: E): E;
}

/** Joins the definitions of all streams; a type in two of them is a mistake of the program. */
export function eventCatalogue(definitions: readonly { category: string; types: object }[]): EventCatalogue {
  const types = new Map<string, EventType & { category: string }>();
  for (const { category, types: declared } of definitions) {
    for (const [type, { version, upcasters = [] }] of Object.entries(declared as Record<string, EventType>)) {
      if (types.has(type)) throw new TypeError(`event type ${type} is declared twice`);
      if (upcasters.length !== version - 1) throw new TypeError(`${type} v${version} needs ${version - 1} upcasters`);
      types.set(type, { version, upcasters, category });
    }
  }
  return { types, upcast: (event) => upcastWith(types.get(event.type), event) };
}

function upcastWith<E extends StoredEvent>(known: EventType | undefined, event: E): E {
  if (!known || event.version > known.version || event.version < 1) throw new UnknownEvent(event.type, event.version);
  if (event.version === known.version) return event;
  const data = known.upcasters!.slice(event.version - 1).reduce((older, upcaster) => upcaster(older), event.data);
  return { ...event, data, version: known.version };
}
