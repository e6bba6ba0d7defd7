import type { EvaluationKind } from '@minutier/framework';
import { type StreamDefinition, unreachable } from '@minutier/ledger';

import { type Assessed, type CandidacyEvent, candidacyTypes, type Enrolled, KIND_OF } from './candidacy.events.js';

/** An evaluation as it stands, corrections applied; what it was before is in the stream. */
export type Evaluation = Omit<Assessed<object>, 'facts' | 'appreciation'> & { readonly kind: EvaluationKind };

/** A candidacy as folded from its stream. */
export type EnrolledCandidacy = { readonly status: 'enrolled' } & Enrolled['data'] & {
    /** By evaluation id, in the order in which they were recorded. */
    readonly evaluations: ReadonlyMap<string, Evaluation>;
  };

export type Candidacy = { readonly status: 'absent' } | EnrolledCandidacy;

export const candidacyStream: StreamDefinition<Candidacy, CandidacyEvent> = {
  category: 'candidacy',
  initial: { status: 'absent' },
  types: candidacyTypes,
  personOf: (candidacy) => (candidacy.status === 'enrolled' ? candidacy.personId : undefined),
  evolve(candidacy, event) {
    switch (event.type) {
      case 'Enrolled':
        return { status: 'enrolled', ...event.data, evaluations: new Map() };
      case 'CaseStudyAssessed':
      case 'RolePlayAssessed':
      case 'CompanyAssessed':
      case 'OralDefenceAssessed': {
        const { facts: _facts, appreciation: _appreciation, ...standing } = event.data;
        return withEvaluation(candidacy, { ...standing, kind: KIND_OF[event.type] });
      }
      case 'EvaluationCorrected': {
        const { evaluationId, to, conduct, rules } = event.data;
        const before = evaluationsOf(candidacy).get(evaluationId)!;
        const held = to.kind === 'result' ? (conduct ?? before.conduct) : null;
        return withEvaluation(candidacy, { ...before, outcome: to, conduct: held, rules });
      }
      case 'GroupWorkLineRefused':
        return candidacy;
      default:
        return unreachable(event);
    }
  },
};

/** The evaluations of a candidacy; none of an absent one. */
export function evaluationsOf(candidacy: Candidacy): ReadonlyMap<string, Evaluation> {
  return candidacy.status === 'enrolled' ? candidacy.evaluations : new Map<string, Evaluation>();
}

function withEvaluation(candidacy: Candidacy, evaluation: Evaluation): Candidacy {
  if (candidacy.status === 'absent') return candidacy;
  return { ...candidacy, evaluations: new Map(candidacy.evaluations).set(evaluation.evaluationId, evaluation) };
}
