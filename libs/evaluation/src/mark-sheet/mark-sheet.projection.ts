import { defineProjection, splitStreamName } from '@minutier/ledger';

import {
  type MarkSheetAccepted,
  type MarkSheetEvent,
  markSheetTypes,
  type MarkSheetVoided,
} from '../marksheet.events.js';

/** A sheet's header; its lines are rows of their own, since a sheet may have hundreds. */
export type MarkSheetRow = MarkSheetAccepted['data'] & {
  readonly voided: Omit<MarkSheetVoided['data'], 'lineCount'> | null;
};

export const markSheets = defineProjection<MarkSheetRow>({
  name: 'mark_sheets',
  version: 1,
  reads: Object.keys(markSheetTypes),
  columns: { cohortId: 'text' },
  indexed: ({ cohortId }) => ({ cohortId }),
  keysOf: ({ stream, type }) =>
    type === 'MarkSheetAccepted' || type === 'MarkSheetVoided' ? [splitStreamName(stream).id] : [],
  partitionOf: ({ stream }) => splitStreamName(stream).id,
  project(row, event) {
    const { type, data } = event as unknown as MarkSheetEvent;
    if (type === 'MarkSheetAccepted') return { ...data, voided: null };
    if (type !== 'MarkSheetVoided' || !row) return row ?? null;
    const { reason, authority } = data;
    return { ...row, voided: { reason, authority } };
  },
});
