import type { EnrolledCandidacy, Evaluation, Evolvers, Marks, OpenRefusal } from './enrolled-candidacy.js';
import type { EvaluationBroughtOver } from './enrolment.events.js';
import { type EvaluationEvent, KIND_OF, type Origin } from './evaluation.events.js';
import type { MarksEvent } from './marks.events.js';

export const NO_MARKS: Marks = {
  evaluations: new Map(),
  ended: new Map(),
  entries: new Map(),
  refusals: new Map(),
  blindMarks: new Map(),
  frozenSessions: new Set(),
};

type Place = { readonly modality: string; readonly occurrence: number; readonly attempt: number };

/** A place by name, as `entries` knows it. */
export function placeName({ modality, occurrence, attempt }: Place): string {
  return `${modality} ${occurrence} ${attempt}`;
}

/** The entry under which a place is filled next. */
export function nextEntry({ entries }: Pick<Marks, 'entries'>, place: Place): number {
  return (entries.get(placeName(place)) ?? 0) + 1;
}

function refusalName({ kind, id, line }: Pick<OpenRefusal, 'kind' | 'id' | 'line'>): string {
  return `${kind} ${id} ${line ?? '*'}`;
}

function refusing(candidacy: EnrolledCandidacy, refusal: OpenRefusal): EnrolledCandidacy {
  return { ...candidacy, refusals: new Map(candidacy.refusals).set(refusalName(refusal), refusal) };
}

/** What was tried again and is recorded now, or was settled elsewhere, waits no more. */
function settled(
  candidacy: EnrolledCandidacy,
  origin: Origin | Pick<OpenRefusal, 'kind' | 'id' | 'line'> | null,
): EnrolledCandidacy {
  if (origin === null || origin.kind === 'blind-marks') return candidacy;
  const name = refusalName({
    ...origin,
    kind: origin.kind,
    line: origin.kind === 'reattribution' ? null : origin.line,
  });
  if (!candidacy.refusals.has(name)) return candidacy;
  const refusals = new Map(candidacy.refusals);
  refusals.delete(name);
  return { ...candidacy, refusals };
}

function recorded(candidacy: EnrolledCandidacy, evaluation: Evaluation): EnrolledCandidacy {
  const blindMarks = new Map(candidacy.blindMarks);
  if (evaluation.origin?.kind === 'blind-marks') blindMarks.delete(evaluation.evaluationId);
  return settled(
    {
      ...candidacy,
      evaluations: new Map(candidacy.evaluations).set(evaluation.evaluationId, evaluation),
      entries: new Map(candidacy.entries).set(placeName(evaluation), evaluation.entry),
      blindMarks,
    },
    evaluation.origin,
  );
}

function changed(
  candidacy: EnrolledCandidacy,
  evaluationId: string,
  change: (standing: Evaluation) => Partial<Evaluation>,
): EnrolledCandidacy {
  const standing = candidacy.evaluations.get(evaluationId)!;
  const evaluations = new Map(candidacy.evaluations).set(evaluationId, { ...standing, ...change(standing) });
  return { ...candidacy, evaluations };
}

function ended(candidacy: EnrolledCandidacy, evaluationId: string, how: 'voided' | 'given'): EnrolledCandidacy {
  const evaluations = new Map(candidacy.evaluations);
  evaluations.delete(evaluationId);
  return { ...candidacy, evaluations, ended: new Map(candidacy.ended).set(evaluationId, how) };
}

function assessed(type: EvaluationEvent['type']) {
  return (candidacy: EnrolledCandidacy, data: EvaluationEvent['data']): EnrolledCandidacy => {
    const { facts: _facts, appreciation: _appreciation, ...standing } = data;
    return recorded(candidacy, { ...standing, kind: KIND_OF[type], broughtFrom: null });
  };
}

export const marksEvolvers: Evolvers<MarksEvent | EvaluationEvent | EvaluationBroughtOver> = {
  CaseStudyAssessed: assessed('CaseStudyAssessed'),
  RolePlayAssessed: assessed('RolePlayAssessed'),
  CompanyAssessed: assessed('CompanyAssessed'),
  OralDefenceAssessed: assessed('OralDefenceAssessed'),
  TutoredProjectAssessed: assessed('TutoredProjectAssessed'),
  ProfessionalReportAssessed: assessed('ProfessionalReportAssessed'),
  ExercisesAssessed: assessed('ExercisesAssessed'),
  VaeFileAssessed: assessed('VaeFileAssessed'),
  VaeInterviewAssessed: assessed('VaeInterviewAssessed'),
  EvaluationBroughtOver: (candidacy, { fromCandidacyId, fromEvaluationId, fromEventId: _event, ...standing }) => {
    const { correspondenceId: _correspondence, ...evaluation } = standing;
    return recorded(candidacy, {
      ...evaluation,
      conduct: null,
      accommodationIds: [],
      origin: null,
      broughtFrom: { candidacyId: fromCandidacyId, evaluationId: fromEvaluationId },
    });
  },
  EvaluationCorrected: (candidacy, { evaluationId, to, conduct, rules }) =>
    changed(candidacy, evaluationId, (before) => ({
      outcome: to,
      conduct: to.kind === 'result' ? (conduct ?? before.conduct) : null,
      rules,
    })),
  EvaluationVoided: (candidacy, { evaluationId, origin }) => settled(ended(candidacy, evaluationId, 'voided'), origin),
  EvaluationCircumstancesCorrected: (candidacy, { evaluationId, to: { sittingId, ...to } }) =>
    changed(candidacy, evaluationId, ({ conduct }) => ({ ...to, conduct: conduct && { ...conduct, sittingId } })),
  AppreciationReplaced: (candidacy) => candidacy,
  VoidingRefused: (candidacy, { origin, refused }) => refusing(candidacy, { ...origin, refused }),
  EvaluationGiven: (candidacy, { evaluationId, reattributionId }) =>
    settled(ended(candidacy, evaluationId, 'given'), { kind: 'reattribution', id: reattributionId, line: null }),
  // What was received is stated by the kind's own event, in the same append.
  EvaluationReceived: (candidacy, { reattributionId }) =>
    settled(candidacy, { kind: 'reattribution', id: reattributionId, line: null }),
  ReattributionRefused: (candidacy, { reattributionId, refused }) =>
    refusing(candidacy, { kind: 'reattribution', id: reattributionId, line: null, refused }),
  GroupWorkLineRefused: (candidacy, { groupWorkId, line, refused }) =>
    refusing(candidacy, { kind: 'group-work', id: groupWorkId, line, refused }),
  SheetLineRefused: (candidacy, { markSheetId, line, refused }) =>
    refusing(candidacy, { kind: 'mark-sheet', id: markSheetId, line, refused }),
  RefusalSettled: (candidacy, { origin }) => settled(candidacy, origin),
  BlindMarkSubmitted: (candidacy, { evaluationId, assessorId, mark, appreciation, ...place }) => {
    const marks = new Map(candidacy.blindMarks.get(evaluationId)?.marks).set(assessorId, { mark, appreciation });
    return { ...candidacy, blindMarks: new Map(candidacy.blindMarks).set(evaluationId, { ...place, marks }) };
  },
  BlindMarkWithdrawn: (candidacy, { evaluationId, assessorId }) => {
    const standing = candidacy.blindMarks.get(evaluationId)!;
    const marks = new Map(standing.marks);
    marks.delete(assessorId);
    const blindMarks = new Map(candidacy.blindMarks).set(evaluationId, { ...standing, marks });
    if (marks.size === 0) blindMarks.delete(evaluationId);
    return { ...candidacy, blindMarks };
  },
  MarksFrozen: (candidacy, { session }) => ({
    ...candidacy,
    frozenSessions: new Set([...candidacy.frozenSessions, session]),
  }),
  MarksUnfrozen: (candidacy, { session }) => ({
    ...candidacy,
    frozenSessions: new Set([...candidacy.frozenSessions].filter((frozen) => frozen !== session)),
  }),
};
