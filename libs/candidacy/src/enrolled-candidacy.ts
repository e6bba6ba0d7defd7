import type { EvaluationKind, Route } from '@minutier/framework';
import type { Sealed } from '@minutier/ledger';

import type { CandidacyEvent } from './candidacy.events.js';
import type {
  CandidateHeard,
  CandidateSummoned,
  EvidenceAttached,
  IncidentReported,
  SanctionDecided,
} from './discipline.events.js';
import type { Enrolled, FeasibilityDecided, ValidationFileFiled } from './enrolment.events.js';
import type { Assessed } from './evaluation.events.js';
import type { BlindMarkSubmitted } from './marks.events.js';
import type {
  AssessorLinkDeclared,
  AttemptGranted,
  BlockCarriedOver,
  EquivalenceGranted,
} from './recognition.events.js';

/** From a day on another route. */
export interface RouteChange {
  readonly from: Route;
  readonly to: Route;
  readonly effectiveOn: string;
}

/** How an enrolment stands beside what it began with. */
export interface Enrolment {
  /** Changes of route in the order of the days from which they hold; the route in force is the candidacy's. */
  readonly routeChanges: readonly RouteChange[];
  readonly suspended: { readonly from: string; readonly expectedUntil: string | null } | null;
  /** The candidacy has ended: withdrawn, or gone on elsewhere. */
  readonly departure: { readonly kind: 'withdrawn' | 'transferred'; readonly on: string } | null;
  /** The last transfer from here; `refused` while it was not received there and nobody has settled it. */
  readonly transfer: { readonly toCandidacyId: string; readonly refused: string | null } | null;
  readonly arrivedFrom: string | null;
  readonly accommodations: ReadonlyMap<
    string,
    {
      readonly from: string;
      readonly until: string | null;
      readonly modalities: readonly string[];
      readonly ended: boolean;
    }
  >;
  readonly feasibilities: ReadonlyMap<string, FeasibilityDecided['data']>;
  readonly validationFiles: ReadonlyMap<string, ValidationFileFiled['data']>;
}

/** An evaluation as it stands, corrections applied; what it was before is in the stream. */
export type Evaluation = Omit<Assessed<object>, 'facts' | 'appreciation'> & {
  readonly kind: EvaluationKind;
  /** Where it was held, when it was brought over by a transfer. */
  readonly broughtFrom: { readonly candidacyId: string; readonly evaluationId: string } | null;
};

/** Blind marks of one evaluation, sealed until the last is in. */
export interface BlindMarks extends Omit<
  BlindMarkSubmitted['data'],
  'assessorId' | 'mark' | 'appreciation' | 'evaluationId'
> {
  readonly marks: ReadonlyMap<string, { readonly mark: Sealed; readonly appreciation: Sealed | null }>;
}

/** A line, voiding or move that this file refused and that nobody has settled. */
export interface OpenRefusal {
  readonly kind: 'group-work' | 'mark-sheet' | 'reattribution';
  readonly id: string;
  readonly line: number | null;
  readonly refused: string;
}

/** The marks of a candidacy, and what bars their change. */
export interface Marks {
  /** Those in force, by evaluation id, in the order in which they were recorded. */
  readonly evaluations: ReadonlyMap<string, Evaluation>;
  /** Those that are so no more, and why: papers and incidents still name them. */
  readonly ended: ReadonlyMap<string, 'voided' | 'given'>;
  /** The last entry used of each place, whatever became of it: an id is never given twice. */
  readonly entries: ReadonlyMap<string, number>;
  readonly refusals: ReadonlyMap<string, OpenRefusal>;
  readonly blindMarks: ReadonlyMap<string, BlindMarks>;
  readonly frozenSessions: ReadonlySet<number>;
}

/** A piece as it stands: the file that it names may have been replaced, withdrawn or destroyed since. */
export type Evidence = Omit<EvidenceAttached['data'], 'evidenceId'> & {
  readonly standing: 'attached' | 'replaced' | 'withdrawn';
  readonly purged: boolean;
};

/** What is held against a candidate, and what lies under marks and acts. */
export interface Discipline {
  readonly evidence: ReadonlyMap<string, Evidence>;
  readonly summonses: ReadonlyMap<string, CandidateSummoned['data']>;
  readonly incidents: ReadonlyMap<
    string,
    Omit<IncidentReported['data'], 'facts'> & {
      readonly hearing: Omit<CandidateHeard['data'], 'statement'> | null;
      readonly sanctionId: string | null;
    }
  >;
  readonly sanctions: ReadonlyMap<string, SanctionDecided['data'] & { readonly liftedOn: string | null }>;
}

/** What counts without a mark, what may be sat beyond the rules, and who may not assess. */
export interface Recognition {
  /** In force, by id; so are the carry-overs. */
  readonly equivalences: ReadonlyMap<string, Pick<EquivalenceGranted['data'], 'level' | 'code' | 'decidedOn'>>;
  readonly carryOvers: ReadonlyMap<string, Omit<BlockCarriedOver['data'], 'carryOverId' | 'authority'>>;
  readonly attemptsGranted: readonly Pick<AttemptGranted['data'], 'modality' | 'occurrence' | 'attempt' | 'until'>[];
  readonly assessorLinks: ReadonlyMap<
    string,
    Pick<AssessorLinkDeclared['data'], 'assessorId' | 'kind' | 'mayAssess'> & { readonly cleared: boolean }
  >;
}

/** A candidacy as folded from its stream. */
export type EnrolledCandidacy = { readonly status: 'enrolled' } & Enrolled['data'] &
  Enrolment &
  Marks &
  Discipline &
  Recognition;

/** Absent also after an enrolment was voided: what its places were filled with stays counted. */
export type Candidacy = { readonly status: 'absent'; readonly entries?: Marks['entries'] } | EnrolledCandidacy;

/** What each type does to an enrolled candidacy. A refusal may stand in a stream that nobody is enrolled in: it does nothing. */
export type Evolvers<Event extends CandidacyEvent> = {
  readonly [Type in Event['type']]: (
    candidacy: EnrolledCandidacy,
    data: Extract<Event, { type: Type }>['data'],
  ) => Candidacy;
};
