import type { Authority, Reason } from './authority.js';
import type { FrameworkReference } from './framework-reference.js';

export const FRAMEWORK_RETIRED_REASONS = ['superseded', 'source-misread', 'withdrawn-by-regulator'] as const;
export type FrameworkRetired = {
  type: 'FrameworkRetired';
  data: {
    readonly version: number;
    readonly effectiveOn: string;
    readonly reason: Reason<(typeof FRAMEWORK_RETIRED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export const FRAMEWORK_REINSTATED_REASONS = ['annulment-quashed', 'decided-in-error'] as const;
export type FrameworkReinstated = {
  type: 'FrameworkReinstated';
  data: {
    readonly version: number;
    readonly effectiveOn: string;
    readonly reason: Reason<(typeof FRAMEWORK_REINSTATED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export const REGISTRATION_CAUSES = ['prolonged', 'shortened', 'struck-off'] as const;
/** Of the number itself: it holds for every version. */
export type RegistrationChanged = {
  type: 'RegistrationChanged';
  data: {
    readonly fromValidUntil: string;
    readonly validUntil: string;
    readonly fromDeliverableUntil: string | null;
    readonly deliverableUntil: string | null;
    readonly cause: (typeof REGISTRATION_CAUSES)[number];
    readonly orderExact: string;
    readonly orderDate: string;
    readonly journalOfficielDate: string | null;
    readonly authority: Authority;
  };
};

export type FrameworkSucceeded = {
  type: 'FrameworkSucceeded';
  data: {
    readonly version: number;
    readonly successor: FrameworkReference;
    readonly effectiveOn: string;
    readonly document: string;
    readonly authority: Authority;
  };
};

export const SUCCESSION_WITHDRAWN_REASONS = ['recorded-in-error', 'annulled'] as const;
export type FrameworkSuccessionWithdrawn = {
  type: 'FrameworkSuccessionWithdrawn';
  data: {
    readonly version: number;
    readonly successor: FrameworkReference;
    readonly reason: Reason<(typeof SUCCESSION_WITHDRAWN_REASONS)[number]>;
    readonly authority: Authority;
  };
};

/** In the stream of the newer framework; one CorrespondenceLinkAdopted per link follows in the same append. */
export type CorrespondenceAdopted = {
  type: 'CorrespondenceAdopted';
  data: {
    readonly correspondenceId: string;
    readonly version: number;
    readonly older: FrameworkReference;
    readonly adoptedOn: string;
    readonly authority: Authority;
    readonly linkCount: number;
  };
};

/** All the older blocks together give all the newer ones. */
export type CorrespondenceLinkAdopted = {
  type: 'CorrespondenceLinkAdopted';
  data: {
    readonly correspondenceId: string;
    readonly link: number;
    readonly olderBlocks: readonly string[];
    readonly newerBlocks: readonly string[];
  };
};

export const CORRESPONDENCE_RETIRED_REASONS = ['superseded', 'adopted-in-error', 'annulled'] as const;
export type CorrespondenceRetired = {
  type: 'CorrespondenceRetired';
  data: {
    readonly correspondenceId: string;
    readonly effectiveOn: string;
    readonly reason: Reason<(typeof CORRESPONDENCE_RETIRED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

/** What happens to a framework after a version of it was published. */
export type FrameworkChange =
  | FrameworkRetired
  | FrameworkReinstated
  | RegistrationChanged
  | FrameworkSucceeded
  | FrameworkSuccessionWithdrawn
  | CorrespondenceAdopted
  | CorrespondenceLinkAdopted
  | CorrespondenceRetired;
