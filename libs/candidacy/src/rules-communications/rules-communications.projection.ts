import type { RulesCommunicated } from '@minutier/cohort';
import { defineProjection, splitStreamName } from '@minutier/ledger';

/** A communication, and its place in the log: it reached everyone who was enrolled before it. */
export type CommunicationRow = RulesCommunicated['data'] & {
  readonly cohortId: string;
  readonly ordinal: number;
  readonly recordedAt: string;
};

/** One row per communication of rules. */
export const rulesCommunications = defineProjection<CommunicationRow>({
  name: 'rules_communications',
  version: 1,
  reads: ['RulesCommunicated'],
  columns: { cohortId: 'text', ordinal: 'integer' },
  appendOnly: true,
  indexed: ({ cohortId, ordinal }) => ({ cohortId, ordinal }),
  keysOf: ({ data }) => [(data as RulesCommunicated['data']).communicationId],
  partitionOf: ({ stream }) => splitStreamName(stream).id,
  project: (_row, { stream, data, ordinal, meta: { recordedAt } }) => ({
    ...(data as RulesCommunicated['data']),
    cohortId: splitStreamName(stream).id,
    ordinal,
    recordedAt,
  }),
});
