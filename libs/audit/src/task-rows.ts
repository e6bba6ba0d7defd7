import { type LoggedEvent, splitStreamName } from '@minutier/ledger';

/** What may wait for a person. */
export const TASK_KINDS = [
  'refused-line',
  'refused-voiding',
  'refused-reattribution',
  'refused-attendance',
  'refused-transfer',
  'fallen-award',
  'incident',
  'blind-marks',
  'data-request',
  'suspension',
  'vae-jury',
  'habilitation',
  'quarantine',
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

/** A period over which a centre is entitled. */
export interface EntitledPeriod {
  readonly habilitationId: string;
  readonly number: string;
  readonly scope: readonly string[];
  readonly from: string;
  readonly until: string | null;
}

/** What waits, and what is needed to know whether it does. A row goes when the thing is settled. */
export interface TaskRow {
  readonly kind: TaskKind | 'carry-over' | 'citation';
  /** False: kept, since it may wait later. */
  readonly waits: boolean;
  /** The event since which it is so. */
  readonly eventId: string;
  readonly since: string;
  readonly ordinal: number;
  readonly stream: string;
  readonly candidacyId: string | null;
  /** Line of a group work, sheet or sitting. */
  readonly line: number | null;
  readonly refused: string | null;
  /** Last day. */
  readonly due: string | null;
  /** An incident: whether the candidate was heard. */
  readonly heard: boolean;
  /** Blind marks: who has given one, and how many are awaited. */
  readonly assessors: readonly string[];
  readonly expected: number;
  /** A citation: the award cited, and the carry-over that cites it, for that block. */
  readonly award: string | null;
  readonly carryOver: string | null;
  readonly block: string | null;
  /** A centre: its code, and its entitlements that have an end. */
  readonly code: string | null;
  readonly periods: readonly EntitledPeriod[];
}

export type Fields = Readonly<Record<string, unknown>>;

/** A field as a text, where it is one. */
export const text = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** A row that begins to wait with an event. */
export function begun(kind: TaskRow['kind'], event: LoggedEvent, facts: Partial<TaskRow> = {}): TaskRow {
  const { category, id } = splitStreamName(event.stream);
  return {
    kind,
    waits: true,
    eventId: event.id,
    since: event.meta.recordedAt,
    ordinal: event.ordinal,
    stream: event.stream,
    candidacyId: category === 'candidacy' ? id : text((event.data as Fields).candidacyId),
    line: null,
    refused: text((event.data as Fields).refused),
    due: null,
    heard: false,
    assessors: [],
    expected: 0,
    award: null,
    carryOver: null,
    block: null,
    code: null,
    periods: [],
    ...facts,
  };
}
