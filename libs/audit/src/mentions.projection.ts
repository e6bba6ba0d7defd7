import { defineProjection, type LoggedEvent, splitStreamName } from '@minutier/ledger';

import { auditKey } from './audit-trail.projection.js';

/** That an event is about something else than the stream that it stands in. */
export interface Mention {
  /** A candidacy, in an event of another stream; an evaluation or a person, in an event of a candidacy. */
  readonly about: string;
  readonly ordinal: number;
  readonly stream: string;
}

/** What an event names: what happened to a candidacy elsewhere, and where an evaluation or a person's enrolment stands. */
export function namedBy({ stream, type, data }: Pick<LoggedEvent, 'stream' | 'type' | 'data'>): string[] {
  const said = data as Readonly<Record<string, unknown>>;
  const { category } = splitStreamName(stream);
  // A deliberation is secret: what a jury's stream says of a case is told by the candidacy's own, once it is decided.
  if (category === 'jury') return [];
  if (category === 'candidacy') return texts(said.evaluationId, type === 'Enrolled' ? said.personId : null);
  const from = (said.from ?? {}) as Readonly<Record<string, unknown>>;
  const several = Array.isArray(said.candidacyIds) ? (said.candidacyIds as unknown[]) : [];
  return texts(said.candidacyId, said.fromCandidacyId, said.toCandidacyId, from.candidacyId, ...several);
}

function texts(...values: readonly unknown[]): string[] {
  return [...new Set(values.filter((value): value is string => typeof value === 'string' && value !== ''))];
}

/** One row per event and thing that it names, for ever true from the event on. */
export const mentions = defineProjection<Mention>({
  name: 'mentions',
  version: 1,
  reads: 'all',
  appendOnly: true,
  columns: { about: 'text' },
  indexed: ({ about }) => ({ about }),
  keysOf: (event) => namedBy(event).map((about) => `${about} ${auditKey(event.ordinal)}`),
  partitionOf: ({ stream }) => stream,
  project: (_row, { ordinal, stream }, key) => ({
    about: key.slice(0, -(auditKey(ordinal).length + 1)),
    ordinal,
    stream,
  }),
});
