import type { CandidacyEvent } from '../candidacy.events.js';
import type { Candidacy } from '../enrolled-candidacy.js';
import type { ReportRefusedTransfer } from './report-refused-transfer.command.js';

/** A refused transfer is reported once to the candidacy of departure, which stays ended until a person settles it. */
export function reportRefusedTransfer(
  { toCandidacyId, refused }: ReportRefusedTransfer,
  candidacy: Candidacy,
): readonly CandidacyEvent[] {
  const transfer = candidacy.status === 'enrolled' ? candidacy.transfer : null;
  if (transfer?.toCandidacyId !== toCandidacyId || transfer.refused !== null) return [];
  return [{ type: 'TransferReportedRefused', data: { toCandidacyId, refused } }];
}
