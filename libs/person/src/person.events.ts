import type { EventTypes } from '@minutier/ledger';
import type { Commitment } from '@minutier/vault';

export type IdentityRecorded = {
  type: 'IdentityRecorded';
  data: { readonly personId: string; readonly identityVersion: number; readonly commitment: Commitment };
};
export type PersonEvent = IdentityRecorded;

export const personTypes: EventTypes<PersonEvent> = { IdentityRecorded: { version: 1 } };
