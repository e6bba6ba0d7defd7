import type { EventTypes } from '@minutier/ledger';

import type { Authority, Reason } from './authority.js';

/** What a centre may be entitled to do. */
export const CENTRE_SCOPES = ['prepare', 'evaluate'] as const;
export type CentreScope = (typeof CENTRE_SCOPES)[number];

/** A centre has no name here: it may be a person's, and stays beside the ledger. */
export type CentreRegistered = {
  type: 'CentreRegistered';
  data: {
    readonly centreId: string;
    readonly siret: string;
    readonly code: string;
  };
};

export type HabilitationGranted = {
  type: 'HabilitationGranted';
  data: {
    readonly habilitationId: string;
    readonly scope: readonly CentreScope[];
    readonly number: string;
    readonly from: string;
    readonly until: string | null;
    readonly document: string;
    readonly authority: Authority;
  };
};

export const HABILITATION_SUSPENDED_REASONS = [
  'control-failed',
  'complaint',
  'document-missing',
  'request-of-centre',
] as const;
export type HabilitationSuspended = {
  type: 'HabilitationSuspended';
  data: {
    readonly habilitationId: string;
    readonly from: string;
    readonly until: string | null;
    readonly reason: Reason<(typeof HABILITATION_SUSPENDED_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export type HabilitationResumed = {
  type: 'HabilitationResumed';
  data: {
    readonly habilitationId: string;
    readonly from: string;
    readonly authority: Authority;
  };
};

export const HABILITATION_WITHDRAWN_REASONS = [
  'control-failed',
  'fraud',
  'end-of-agreement',
  'request-of-centre',
] as const;
export type HabilitationWithdrawn = {
  type: 'HabilitationWithdrawn';
  data: {
    readonly habilitationId: string;
    readonly effectiveOn: string;
    readonly reason: Reason<(typeof HABILITATION_WITHDRAWN_REASONS)[number]>;
    readonly authority: Authority;
  };
};

export type CentreEvent =
  CentreRegistered | HabilitationGranted | HabilitationSuspended | HabilitationResumed | HabilitationWithdrawn;

export const centreTypes: EventTypes<CentreEvent> = {
  CentreRegistered: { version: 1 },
  HabilitationGranted: { version: 1 },
  HabilitationSuspended: { version: 1 },
  HabilitationResumed: { version: 1 },
  HabilitationWithdrawn: { version: 1 },
};
