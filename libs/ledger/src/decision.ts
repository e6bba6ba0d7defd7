import type { DomainEvent, Actor } from './envelope.js';
import type { Wording } from './errors.js';

/** The domain's no, as a value: a code of the command's own list and a sentence in both languages. */
export interface Refusal<Code extends string = string> {
  readonly refused: Code;
  readonly because: Wording;
  /** JSON pointer (RFC 6901) of the field that is at fault, where one is. */
  readonly pointer?: string;
}

/** What `decide` returns: the facts to record (none: nothing new), or a refusal. */
export type Decision<Event extends DomainEvent, Code extends string> = readonly Event[] | Refusal<Code>;

/** Says no. `fr` and `en` are whole sentences that a registrar understands; `pointer` names the field at fault. */
export function refuse<Code extends string>(
  refused: Code,
  pointer: string | undefined,
  fr: string,
  en: string,
): Refusal<Code> {
  return { refused, because: { fr, en }, ...(pointer === undefined ? {} : { pointer }) };
}

/** Whether a decision is a refusal. */
export function isRefusal(decision: object): decision is Refusal {
  return 'refused' in decision;
}

/** What surrounds a command: who gives it, when, under which id, and what brought it about. */
export interface CommandContext {
  readonly commandId: string;
  readonly correlationId: string;
  readonly causationId: string;
  readonly actor: Actor;
  /** The writer's clock as the command arrived: RFC 3339, UTC, milliseconds. */
  readonly now: string;
  /** The civil day in Paris at that instant. */
  readonly today: string;
  /** Revision that the caller saw (If-Match); the command is refused at any other. */
  readonly expectedRevision?: number;
}

/** A command: its own fields, and its context. */
export interface LedgerCommand {
  readonly context: CommandContext;
}

/** What the writer of a command gets: where its facts stand. A repeat gets the same one. */
export interface Receipt {
  readonly stream: string;
  /** Revision of the last of its events, or the stream's revision where nothing was new. */
  readonly revision: number;
  readonly eventIds: readonly string[];
}
