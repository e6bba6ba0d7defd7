import type { ReattributionEvent } from '../reattribution.events.js';
import type { Reattribution } from '../reattribution.state.js';
import type { ReportRefusedMoves } from './report-refused-moves.command.js';

/** Moves that a file refused are reported once, where a person finds them; again where they were tried again. */
export function reportRefusedMoves(
  { reattributionId, candidacyId, moves, refused }: ReportRefusedMoves,
  reattribution: Reattribution,
): readonly ReattributionEvent[] {
  if (reattribution.status === 'absent') return [];
  const standing = reattribution.refusals.find((one) => one.candidacyId === candidacyId);
  if (standing && standing.settlement === null) return [];
  return [{ type: 'ReattributionReportedRefused', data: { reattributionId, candidacyId, moves, refused } }];
}
