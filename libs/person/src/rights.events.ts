import type { Authority, Reason } from '@minutier/framework';
import type { EventTypes, KeyedDigest } from '@minutier/ledger';

export const DATA_RIGHTS = ['access', 'rectification', 'erasure', 'restriction', 'portability', 'objection'] as const;
export const REQUESTERS = ['person', 'representative'] as const;

export type DataRequestReceived = {
  type: 'DataRequestReceived';
  data: {
    readonly requestId: string;
    readonly right: (typeof DATA_RIGHTS)[number];
    readonly receivedOn: string;
    readonly identityChecked: boolean;
    readonly lodgedBy: (typeof REQUESTERS)[number];
    readonly dueBy: string;
    readonly document: string | null;
  };
};

export const EXTENSION_REASONS = ['complex', 'many-requests'] as const;
export type DataRequestExtended = {
  type: 'DataRequestExtended';
  data: {
    readonly requestId: string;
    readonly dueBy: string;
    readonly toldOn: string;
    readonly reason: Reason<(typeof EXTENSION_REASONS)[number]>;
  };
};

export const REQUEST_ANSWERS = ['granted', 'partly-granted', 'refused'] as const;
export const ANSWER_GROUNDS = [
  'legal-duty',
  'legal-claims',
  'retention-running',
  'rights-of-others',
  'not-identified',
  'excessive',
] as const;

export type DataRequestAnswered = {
  type: 'DataRequestAnswered';
  data: {
    readonly requestId: string;
    readonly answeredOn: string;
    readonly answer: (typeof REQUEST_ANSWERS)[number];
    readonly ground: (typeof ANSWER_GROUNDS)[number] | null;
    readonly ordinal: number | null;
    readonly digest: KeyedDigest | null;
    readonly proof: string | null;
    readonly authority: Authority;
  };
};

export type RightsEvent = DataRequestReceived | DataRequestExtended | DataRequestAnswered;

export const rightsTypes: EventTypes<RightsEvent> = {
  DataRequestReceived: { version: 1 },
  DataRequestExtended: { version: 1 },
  DataRequestAnswered: { version: 1 },
};
