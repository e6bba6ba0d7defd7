import { defineProjection, type LoggedEvent, splitStreamName } from '@minutier/ledger';

import { type EvaluationEvent, KIND_OF } from '../evaluation.events.js';
import type { EvaluationCorrected } from '../marks.events.js';

/** One change of an evaluation, as it is shown under the mark that stands. */
export interface Correction extends Omit<EvaluationCorrected['data'], 'evaluationId' | 'conduct'> {
  readonly eventId: string;
  readonly actor: LoggedEvent['meta']['actor'];
  readonly recordedAt: string;
}

/** An evaluation as it stands, and everything that changed it. */
export type EvaluationRow = EvaluationEvent['data'] & {
  readonly candidacyId: string;
  readonly kind: (typeof KIND_OF)[keyof typeof KIND_OF];
  readonly eventId: string;
  readonly recordedBy: LoggedEvent['meta']['actor'];
  readonly recordedAt: string;
  readonly corrections: readonly Correction[];
};

/** One row per evaluation; a candidacy's rows are found by its id. */
export const evaluationList = defineProjection<EvaluationRow>({
  name: 'evaluation_list',
  version: 1,
  reads: [...Object.keys(KIND_OF), 'EvaluationCorrected'],
  columns: { candidacyId: 'text', place: 'text' },
  // Occurrence and attempt sort as text: they never exceed two digits.
  indexed: ({ candidacyId, modality, occurrence, attempt }) => ({
    candidacyId,
    place: `${modality} ${String(occurrence).padStart(2, '0')} ${String(attempt).padStart(2, '0')}`,
  }),
  keysOf: ({ data }) => [(data as { evaluationId: string }).evaluationId],
  partitionOf: ({ stream }) => splitStreamName(stream).id,
  project(row, event) {
    const { type, data } = event as unknown as EvaluationEvent | EvaluationCorrected;
    const { actor, recordedAt } = event.meta;
    if (type === 'EvaluationCorrected') {
      const { evaluationId: _evaluationId, conduct, ...correction } = data;
      const standing = row!;
      return {
        ...standing,
        outcome: data.to,
        conduct: data.to.kind === 'result' ? (conduct ?? standing.conduct) : null,
        rules: data.rules,
        corrections: [...standing.corrections, { ...correction, eventId: event.id, actor, recordedAt }],
      };
    }
    const { id: candidacyId } = splitStreamName(event.stream);
    return {
      ...data,
      candidacyId,
      kind: KIND_OF[type],
      eventId: event.id,
      recordedBy: actor,
      recordedAt,
      corrections: [],
    };
  },
});
