import { defineProjection, type LoggedEvent, splitStreamName } from '@minutier/ledger';

import type { TransferReportedRefused, TransferredIn, TransferredOut, TransferSettled } from '../enrolment.events.js';

/** A transfer, and what became of it: on its way, received, refused over there, or given up. */
export type TransferRow = TransferredOut['data'] & {
  readonly fromCandidacyId: string;
  readonly standing: 'pending' | 'received' | 'refused' | 'resumed-here';
  /** Why it was refused the last time; null while it never was. */
  readonly refused: string | null;
  /** How the last refusal was settled. */
  readonly settlement: Omit<TransferSettled['data'], 'toCandidacyId'> | null;
  readonly eventId: string;
  readonly recordedBy: LoggedEvent['meta']['actor'];
  readonly recordedAt: string;
};

type Read = TransferredOut | TransferredIn | TransferReportedRefused | TransferSettled;

/** One row per pair of candidacies: the last transfer from the one to the other. */
export const transferList = defineProjection<TransferRow>({
  name: 'transfer_list',
  version: 1,
  reads: ['TransferredOut', 'TransferredIn', 'TransferReportedRefused', 'TransferSettled'],
  columns: { fromCandidacyId: 'text', toCandidacyId: 'text' },
  indexed: ({ fromCandidacyId, toCandidacyId }) => ({ fromCandidacyId, toCandidacyId }),
  keysOf: (event) => {
    const { from, to } = endsOf(event);
    return [`${from}/${to}`];
  },
  // The file of departure: the arrival is told of the row that the departure began.
  partitionOf: (event) => endsOf(event).from,
  project(row, event) {
    const { type, data } = event as unknown as Read;
    switch (type) {
      case 'TransferredOut': {
        const { actor: recordedBy, recordedAt } = event.meta;
        const begun = { fromCandidacyId: endsOf(event).from, eventId: event.id, recordedBy, recordedAt };
        return { ...data, ...begun, standing: 'pending', refused: null, settlement: null };
      }
      case 'TransferredIn':
        return row && { ...row, standing: 'received' };
      case 'TransferReportedRefused':
        return row && { ...row, standing: 'refused', refused: data.refused };
      case 'TransferSettled': {
        const { toCandidacyId: _to, ...settlement } = data;
        const standing = settlement.settlement === 'resumed-here' ? 'resumed-here' : 'pending';
        return row && { ...row, standing, settlement };
      }
    }
  },
});

function endsOf(event: LoggedEvent): { readonly from: string; readonly to: string } {
  const { type, data } = event as unknown as Read;
  const { id } = splitStreamName(event.stream);
  return type === 'TransferredIn' ? { from: data.fromCandidacyId, to: id } : { from: id, to: data.toCandidacyId };
}
