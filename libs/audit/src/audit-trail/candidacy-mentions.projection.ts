import { defineProjection, type LoggedEvent, splitStreamName } from '@minutier/ledger';

/** An event outside a candidacy's own stream that is about that candidacy. */
export interface CandidacyMentionRow {
  readonly candidacyId: string;
  /** Key of the event in the audit trail. */
  readonly auditKey: string;
}

/** Streams whose items are about one candidacy each. Those of juries are not among them: a deliberation is secret. */
const CATEGORIES = new Set(['groupwork', 'marksheet', 'reattribution', 'sitting', 'register']);

/** One row per item of a group's work, a sheet, a sitting…, found by the candidacy that it is about. */
export const candidacyMentions = defineProjection<CandidacyMentionRow>({
  name: 'candidacy_mentions',
  version: 1,
  reads: 'all',
  appendOnly: true,
  columns: { candidacyId: 'text' },
  indexed: ({ candidacyId }) => ({ candidacyId }),
  keysOf: (event) => (mentioned(event) === undefined ? [] : [auditKeyOf(event)]),
  partitionOf: ({ stream }) => stream,
  project: (_row, event) => ({ candidacyId: mentioned(event)!, auditKey: auditKeyOf(event) }),
});

function mentioned({ stream, data }: LoggedEvent): string | undefined {
  const { candidacyId } = data as { candidacyId?: unknown };
  return CATEGORIES.has(splitStreamName(stream).category) && typeof candidacyId === 'string' ? candidacyId : undefined;
}

function auditKeyOf({ ordinal }: LoggedEvent): string {
  return String(ordinal).padStart(16, '0');
}
