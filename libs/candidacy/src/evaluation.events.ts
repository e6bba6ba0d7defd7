import type { Authority, EvaluationKind, RulesReference } from '@minutier/framework';
import type { Sealed } from '@minutier/ledger';

/** What was obtained: a decimal (numeric scale) or a level's code, on a scale of the rules named beside it. */
export interface Result {
  readonly scale: string;
  readonly value: string;
}

/** Exactly one of a result, an absence, an exemption. */
export type Outcome =
  | { readonly kind: 'result'; readonly result: Result }
  | { readonly kind: 'absence'; readonly justified: boolean; readonly document: string | null }
  | { readonly kind: 'exemption'; readonly authority: Authority };

/** One assessor's part: their own result, and the grid that it rests on. */
export interface AssessorPart {
  readonly assessorId: string;
  readonly result: Result | null;
  readonly grid: {
    readonly id: string;
    readonly version: number;
    readonly criteria: readonly { readonly code: string; readonly result: Result }[];
  } | null;
}

/** How an evaluation was held; none where nothing was held. */
export interface Conduct {
  readonly assessors: readonly AssessorPart[];
  readonly agreedBy: 'single' | 'agreement' | 'mean';
  readonly written: boolean;
  readonly oral: boolean;
  readonly language: string;
  readonly sittingId: string | null;
}

/** Where an evaluation comes from when it was not recorded on its own. */
export interface Origin {
  readonly kind: 'group-work' | 'mark-sheet' | 'reattribution' | 'blind-marks';
  readonly id: string;
  readonly line: number;
}

/** What every evaluation says, whatever its kind; `conduct` and `facts` are given exactly when there is a result. */
export interface Assessed<Facts> {
  /** uuid v5 of candidacy, modality, occurrence, attempt and entry. */
  readonly evaluationId: string;
  readonly modality: string;
  readonly occurrence: number;
  readonly attempt: number;
  /** 1, and one more each time the place is recorded again after a voiding. */
  readonly entry: number;
  readonly session: number;
  readonly centreId: string | null;
  readonly heldOn: string;
  readonly outcome: Outcome;
  readonly conduct: Conduct | null;
  readonly facts: Facts | null;
  readonly appreciation: Sealed | null;
  readonly accommodationIds: readonly string[];
  readonly origin: Origin | null;
  readonly rules: RulesReference;
}

export interface CaseStudyFacts {
  readonly subjectCode: string;
  readonly subject: Sealed | null;
}

export interface RolePlayFacts {
  readonly scenarioCode: string;
  readonly partners: readonly string[];
  readonly scenario: Sealed | null;
}

export const COMPANY_CONTEXTS = [
  'internship',
  'professionalisation-contract',
  'apprenticeship',
  'employment',
  'own-business',
] as const;

export interface CompanyFacts {
  readonly company: Sealed;
  readonly companyTutorId: string;
  readonly context: (typeof COMPANY_CONTEXTS)[number];
  readonly period: { readonly from: string; readonly to: string };
  readonly daysPresent: number | null;
  readonly missions: Sealed | null;
}

export interface OralDefenceFacts {
  readonly panel: readonly { readonly assessorId: string; readonly role: 'president' | 'member' }[];
  readonly startedAt: string;
  readonly endedAt: string;
  readonly place: { readonly kind: 'room' | 'video'; readonly code: string };
  readonly subjectCode: string;
  readonly reportId: string | null;
}

export interface TutoredProjectFacts {
  readonly projectCode: string;
  readonly project: Sealed | null;
  readonly tutors: readonly string[];
  readonly individualPart: Result | null;
  readonly groupPart: Result | null;
}

export interface ProfessionalReportFacts {
  readonly reportTitle: Sealed | null;
  readonly filedOn: string;
  readonly companyEvaluationId: string | null;
}

/** One exercise of a set; a coefficient of 0 shows it without counting it. */
export interface Exercise {
  readonly code: string;
  readonly heldOn: string;
  readonly result: Result | null;
  readonly coefficient: string;
  readonly work: 'individual' | 'group';
}

export interface ExercisesFacts {
  readonly theme: string;
  readonly exercises: readonly Exercise[];
}

export interface VaeFileFacts {
  readonly fileId: string;
  readonly competencies: readonly { readonly code: string; readonly result: Result }[];
}

export interface VaeInterviewFacts extends Omit<OralDefenceFacts, 'subjectCode' | 'reportId'> {
  readonly fileEvaluationId: string | null;
  readonly accompanistPresent: boolean;
}

export type CaseStudyAssessed = { type: 'CaseStudyAssessed'; data: Assessed<CaseStudyFacts> };
export type RolePlayAssessed = { type: 'RolePlayAssessed'; data: Assessed<RolePlayFacts> };
export type CompanyAssessed = { type: 'CompanyAssessed'; data: Assessed<CompanyFacts> };
export type OralDefenceAssessed = { type: 'OralDefenceAssessed'; data: Assessed<OralDefenceFacts> };

export type TutoredProjectAssessed = { type: 'TutoredProjectAssessed'; data: Assessed<TutoredProjectFacts> };
export type ProfessionalReportAssessed = {
  type: 'ProfessionalReportAssessed';
  data: Assessed<ProfessionalReportFacts>;
};
export type ExercisesAssessed = { type: 'ExercisesAssessed'; data: Assessed<ExercisesFacts> };
export type VaeFileAssessed = { type: 'VaeFileAssessed'; data: Assessed<VaeFileFacts> };
export type VaeInterviewAssessed = { type: 'VaeInterviewAssessed'; data: Assessed<VaeInterviewFacts> };

/** The kind of evaluation that each event records. */
export const KIND_OF = {
  CaseStudyAssessed: 'case-study',
  RolePlayAssessed: 'role-play',
  CompanyAssessed: 'company-assessment',
  OralDefenceAssessed: 'oral-defence',
  TutoredProjectAssessed: 'tutored-project',
  ProfessionalReportAssessed: 'professional-report',
  ExercisesAssessed: 'exercises',
  VaeFileAssessed: 'vae-file',
  VaeInterviewAssessed: 'vae-interview',
} as const satisfies Record<EvaluationEvent['type'], EvaluationKind>;

export type EvaluationEvent =
  | CaseStudyAssessed
  | RolePlayAssessed
  | CompanyAssessed
  | OralDefenceAssessed
  | TutoredProjectAssessed
  | ProfessionalReportAssessed
  | ExercisesAssessed
  | VaeFileAssessed
  | VaeInterviewAssessed;
