import { defineProjection, type LoggedEvent, splitStreamName } from '@minutier/ledger';

import type { EvaluationBroughtOver } from '../enrolment.events.js';
import { type EvaluationEvent, KIND_OF } from '../evaluation.events.js';
import type {
  AppreciationReplaced,
  EvaluationCircumstancesCorrected,
  EvaluationCorrected,
  EvaluationGiven,
  EvaluationReceived,
  EvaluationVoided,
} from '../marks.events.js';

/** Which event changed an evaluation, by whom and when. */
interface Act {
  readonly eventId: string;
  readonly actor: LoggedEvent['meta']['actor'];
  readonly recordedAt: string;
}

/** One change of an evaluation, as it is shown under the mark that stands. */
export interface Correction extends Omit<EvaluationCorrected['data'], 'evaluationId' | 'conduct'>, Act {}

/** What ended an evaluation: it was voided, or given to the file that it belongs to. */
export interface Ended extends Omit<Act, 'recordedAt'>, Pick<EvaluationVoided['data'], 'authority'> {
  readonly how: 'voided' | 'given';
  readonly at: string;
  readonly reason: EvaluationVoided['data']['reason'] | EvaluationGiven['data']['reason'];
  /** The sanction that a voiding carries out. */
  readonly sanctionId: string | null;
  /** The file that has it now. */
  readonly toCandidacyId: string | null;
}

type Received = Omit<EvaluationReceived['data'], 'evaluationId'>;
type BroughtFrom = Pick<
  EvaluationBroughtOver['data'],
  'fromCandidacyId' | 'fromEvaluationId' | 'fromEventId' | 'correspondenceId'
>;

/** An evaluation as it stands, or as it ended, and everything that changed it. */
export type EvaluationRow = EvaluationEvent['data'] & {
  readonly candidacyId: string;
  readonly kind: (typeof KIND_OF)[keyof typeof KIND_OF];
  readonly eventId: string;
  readonly recordedBy: LoggedEvent['meta']['actor'];
  readonly recordedAt: string;
  readonly corrections: readonly Correction[];
  readonly circumstancesCorrections: readonly (Omit<EvaluationCircumstancesCorrected['data'], 'evaluationId'> & Act)[];
  /** Comments that gave way to the one shown; what they said is not shown again. */
  readonly appreciationsReplaced: readonly (Omit<AppreciationReplaced['data'], 'evaluationId' | 'appreciation'> &
    Act)[];
  /** The file from which a reattribution brought it. */
  readonly receivedFrom: Received | null;
  /** The file from which a transfer brought its result. */
  readonly broughtFrom: BroughtFrom | null;
  /** Null while it is in force. */
  readonly ended: Ended | null;
};

type Change =
  EvaluationCorrected | EvaluationCircumstancesCorrected | AppreciationReplaced | EvaluationVoided | EvaluationGiven;

const CHANGES: readonly Change['type'][] = [
  'EvaluationCorrected',
  'EvaluationCircumstancesCorrected',
  'AppreciationReplaced',
  'EvaluationVoided',
  'EvaluationGiven',
];

/**
 * One row per evaluation that ever stood. Those in force are found by `candidacyId`, those that ended by
 * `formerCandidacyId`: who asks for a candidate's marks never meets one that does not count.
 */
export const evaluationList = defineProjection<EvaluationRow>({
  name: 'evaluation_list',
  version: 2,
  reads: [...Object.keys(KIND_OF), 'EvaluationReceived', 'EvaluationBroughtOver', ...CHANGES],
  columns: { candidacyId: 'text', formerCandidacyId: 'text', place: 'text' },
  indexed: (row) => ({
    candidacyId: isInForce(row) ? row.candidacyId : null,
    formerCandidacyId: row.ended === null ? null : row.candidacyId,
    place: isStated(row) ? placeOf(row) : null,
  }),
  keysOf: ({ data }) => [(data as { evaluationId: string }).evaluationId],
  partitionOf: ({ stream }) => splitStreamName(stream).id,
  project(row, logged) {
    if (logged.type in KIND_OF) {
      const { type, data } = logged as unknown as EvaluationEvent;
      return stated(data, KIND_OF[type], logged, { receivedFrom: row?.receivedFrom ?? null });
    }
    const event = logged as unknown as EvaluationReceived | EvaluationBroughtOver | Change;
    if (event.type === 'EvaluationReceived') return awaited(event.data);
    if (event.type === 'EvaluationBroughtOver') return broughtOver(event.data, logged);
    return { ...row!, ...changed(row!, event, actOf(logged)) } as EvaluationRow;
  },
});

// Occurrence and attempt sort as text: they never exceed two digits.
function placeOf({ modality, occurrence, attempt }: EvaluationRow): string {
  return `${modality} ${String(occurrence).padStart(2, '0')} ${String(attempt).padStart(2, '0')}`;
}

/** The kind's own event has been read: between a reception and it, the row says only from where it comes. */
function isStated(row: EvaluationRow): boolean {
  return row.eventId !== '';
}

function isInForce(row: EvaluationRow): boolean {
  return isStated(row) && row.ended === null;
}

function awaited({ evaluationId, ...receivedFrom }: EvaluationReceived['data']): EvaluationRow {
  return { evaluationId, eventId: '', receivedFrom, ended: null } as unknown as EvaluationRow;
}

function actOf({ id, meta: { actor, recordedAt } }: LoggedEvent): Act {
  return { eventId: id, actor, recordedAt };
}

function stated(
  data: EvaluationEvent['data'],
  kind: EvaluationRow['kind'],
  { id, stream, meta: { actor, recordedAt } }: LoggedEvent,
  from: Partial<Pick<EvaluationRow, 'receivedFrom' | 'broughtFrom'>>,
): EvaluationRow {
  return {
    ...data,
    candidacyId: splitStreamName(stream).id,
    kind,
    eventId: id,
    recordedBy: actor,
    recordedAt,
    corrections: [],
    circumstancesCorrections: [],
    appreciationsReplaced: [],
    receivedFrom: null,
    broughtFrom: null,
    ...from,
    ended: null,
  };
}

/** A result brought over is read in its own file: here stands what counts, and where it was held. */
function broughtOver(data: EvaluationBroughtOver['data'], logged: LoggedEvent): EvaluationRow {
  const { kind, fromCandidacyId, fromEvaluationId, fromEventId, correspondenceId, ...place } = data;
  const broughtFrom = { fromCandidacyId, fromEvaluationId, fromEventId, correspondenceId };
  const unknown = { conduct: null, facts: null, appreciation: null, accommodationIds: [], origin: null };
  return stated({ ...place, ...unknown }, kind, logged, { broughtFrom });
}

function changed(standing: EvaluationRow, change: Change, act: Act): Partial<EvaluationRow> {
  switch (change.type) {
    case 'EvaluationCorrected': {
      const { evaluationId: _id, conduct, ...correction } = change.data;
      const { to, rules } = correction;
      return {
        outcome: to,
        conduct: to.kind === 'result' ? (conduct ?? standing.conduct) : null,
        rules,
        corrections: [...standing.corrections, { ...correction, ...act }],
      };
    }
    case 'EvaluationCircumstancesCorrected': {
      const { evaluationId: _id, ...correction } = change.data;
      const { sittingId, ...to } = correction.to;
      return {
        ...to,
        conduct: standing.conduct && { ...standing.conduct, sittingId },
        circumstancesCorrections: [...standing.circumstancesCorrections, { ...correction, ...act }],
      };
    }
    case 'AppreciationReplaced': {
      const { evaluationId: _id, appreciation, ...replacement } = change.data;
      const appreciationsReplaced = [...standing.appreciationsReplaced, { ...replacement, ...act }];
      return { appreciation, appreciationsReplaced };
    }
    case 'EvaluationVoided':
      return { ended: endedBy(change.data, act, { how: 'voided', sanctionId: change.data.sanctionId }) };
    case 'EvaluationGiven':
      return { ended: endedBy(change.data, act, { how: 'given', toCandidacyId: change.data.toCandidacyId }) };
  }
}

function endedBy(
  { reason, authority }: Pick<Ended, 'reason' | 'authority'>,
  { recordedAt, ...act }: Act,
  how: Pick<Ended, 'how'> & Partial<Ended>,
): Ended {
  return { sanctionId: null, toCandidacyId: null, ...how, at: recordedAt, reason, authority, ...act };
}
