import { authorityOf, reasonOf } from '@minutier/framework';
import type { Decision, SealedCommand } from '@minutier/ledger';

import type { CandidacyEvent } from '../candidacy.events.js';
import { refusedAbsent } from '../candidacy-refusals.js';
import type { Candidacy } from '../enrolled-candidacy.js';
import { refusedUnknown, refusedWithdrawn } from '../evidence-refusals.js';
import type { WithdrawEvidence } from './withdraw-evidence.command.js';

export type WithdrawEvidenceRefusal = 'CANDIDACY_NOT_FOUND' | 'EVIDENCE_UNKNOWN' | 'EVIDENCE_ALREADY_WITHDRAWN';

/** A piece supports nothing any more, and nothing takes its place; also one that was replaced by another before. */
export function withdrawEvidence(
  command: SealedCommand<WithdrawEvidence>,
  candidacy: Candidacy,
): Decision<CandidacyEvent, WithdrawEvidenceRefusal> {
  if (candidacy.status === 'absent') return refusedAbsent(candidacy)!;
  const { evidenceId, authority } = command;
  const piece = candidacy.evidence.get(evidenceId);
  if (!piece) return refusedUnknown();
  const withdrawn = refusedWithdrawn(piece);
  if (withdrawn) return withdrawn;
  return [
    {
      type: 'EvidenceWithdrawn',
      data: { evidenceId, reason: reasonOf(command), authority: authorityOf(authority) },
    },
  ];
}
