import type { EventTypes } from '@minutier/ledger';

import type { FrameworkChange } from './framework-changes.events.js';

/** Kinds of evaluation that a fiche can ask for. */
export const FICHE_KINDS = [
  'case-study',
  'role-play',
  'tutored-project',
  'company-assessment',
  'professional-report',
  'oral-defence',
  'exercises',
] as const;
export type FicheKind = (typeof FICHE_KINDS)[number];

/** Kinds that may replace the fiche's for a VAE candidate, by the rules. */
export const EVALUATION_KINDS = [...FICHE_KINDS, 'vae-file', 'vae-interview'] as const;
export type EvaluationKind = (typeof EVALUATION_KINDS)[number];

/** Access routes of a fiche, by the codes of the RNCP export: FI student, CA apprentice, FC continuing, CQ professionalisation, CL individual, VAE experience. */
export const ROUTES = ['FI', 'CA', 'FC', 'CQ', 'CL', 'VAE'] as const;
export type Route = (typeof ROUTES)[number];

/** One line of a fiche's assessment arrangements. `null` where the source does not say. */
export interface Modality {
  readonly id: string;
  readonly order: number;
  readonly exact: string;
  readonly kind: FicheKind;
  /** Number printed at the head of the line; null where none is printed (A07). */
  readonly count: number | null;
  readonly theory: boolean | null;
  readonly practice: boolean | null;
  readonly work: 'individual' | 'group' | 'both' | 'unspecified';
  readonly written: boolean | null;
  readonly oral: boolean | null;
  /** Numbers of the ambiguities that the reading of this part leaves (A01…A20). */
  readonly ambiguities: readonly string[];
}

export interface FrameworkFunction {
  readonly number: number;
  readonly code: string;
  readonly labelExact: string;
  readonly label: string;
  readonly modalities: readonly Modality[];
}

/** A block is always shown with code and label: its numbers are ambiguous (A11). */
export interface Block {
  readonly code: string;
  readonly tableNumber: number | null;
  readonly descriptiveNumber: number | null;
  readonly labelExact: string;
  readonly label: string;
  readonly inPartialClause: boolean;
  readonly activity: {
    readonly number: number;
    readonly exact: string;
    readonly competencies: readonly { readonly code: string; readonly exact: string }[];
  } | null;
  readonly functions: readonly FrameworkFunction[];
}

export interface AccessRoute {
  readonly code: Route;
  readonly exact: string;
  readonly open: boolean;
  readonly juryExact: string | null;
  readonly juryMembers: readonly { readonly role: string; readonly count: number; readonly professional: boolean }[];
  /** Numbers of the ambiguities that the reading of this part leaves (A01…A20). */
  readonly ambiguities: readonly string[];
}

/** The fiche as published: everything but its blocks, which follow in the same append. */
export interface FrameworkHeader {
  readonly number: string;
  readonly version: number;
  readonly titleExact: string;
  readonly authorityExact: string;
  readonly signatoryExact: string;
  readonly level: { readonly nomenclature1969: string | null; readonly europe: number | null };
  readonly nsf: readonly { readonly code: string; readonly labelExact: string; readonly label: string }[];
  readonly rome: readonly { readonly code: string; readonly label: string }[];
  readonly registration: {
    readonly effectFrom: string;
    readonly validUntil: string;
    readonly durationYears: number | null;
    readonly orderDate: string | null;
    readonly journalOfficielDate: string | null;
    readonly orderExact: string | null;
    /** Last day of delivery that the register allows after expiry; null where it says none. */
    readonly deliverableUntil: string | null;
  };
  readonly routes: readonly AccessRoute[];
  readonly territories: readonly { readonly exact: string; readonly open: boolean | null }[];
  readonly partialClause: { readonly exact: string; readonly blocks: readonly string[] } | null;
  readonly acquiredComponentsUnlimited: boolean | null;
  readonly totals: {
    readonly blocks: number;
    readonly functions: number;
    readonly modalityLines: number;
    readonly countedLines: number;
    readonly uncountedLines: number;
    readonly countedAssessments: number;
  };
  readonly source: { readonly sha256: string; readonly kind: string };
  readonly blockCount: number;
}

export type FrameworkPublished = { type: 'FrameworkPublished'; data: FrameworkHeader };
export type BlockPublished = {
  type: 'BlockPublished';
  data: { readonly number: string; readonly version: number; readonly position: number } & Block;
};
export type FrameworkEvent = FrameworkPublished | BlockPublished | FrameworkChange;

export const frameworkTypes: EventTypes<FrameworkEvent> = {
  FrameworkPublished: { version: 1 },
  BlockPublished: { version: 1 },
  FrameworkRetired: { version: 1 },
  FrameworkReinstated: { version: 1 },
  RegistrationChanged: { version: 1 },
  FrameworkSucceeded: { version: 1 },
  FrameworkSuccessionWithdrawn: { version: 1 },
  CorrespondenceAdopted: { version: 1 },
  CorrespondenceLinkAdopted: { version: 1 },
  CorrespondenceRetired: { version: 1 },
};
