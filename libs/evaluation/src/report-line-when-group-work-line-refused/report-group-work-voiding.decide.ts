import type { GroupWorkEvent } from '../groupwork.events.js';
import type { GroupWork } from '../groupwork.state.js';
import type { ReportGroupWorkVoiding } from './report-group-work-voiding.command.js';

/** A voiding that a candidacy refused is reported once to the group work: a person settles it as a refused line. */
export function reportGroupWorkVoiding(
  { groupWorkId, line, candidacyId, refused }: ReportGroupWorkVoiding,
  groupWork: GroupWork,
): readonly GroupWorkEvent[] {
  const standing = groupWork.status === 'assessed' ? groupWork.lines.find((one) => one.line === line) : undefined;
  if (!standing?.toBeVoided || standing.refused !== null) return [];
  return [{ type: 'GroupWorkVoidingReportedRefused', data: { groupWorkId, line, candidacyId, refused } }];
}
