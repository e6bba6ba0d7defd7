import type { GroupWork } from '../groupwork.state.js';
import type { GroupWorkEvent } from '../groupwork.events.js';
import type { ReportGroupWorkLine } from './report-group-work-line.command.js';

/** A line that its candidacy refused is reported once to the group work, where a person finds it. */
export function reportGroupWorkLine(
  { groupWorkId, line, candidacyId, refused }: ReportGroupWorkLine,
  groupWork: GroupWork,
): readonly GroupWorkEvent[] {
  const standing = groupWork.status === 'assessed' ? groupWork.lines.find((one) => one.line === line) : undefined;
  if (!standing || standing.refused !== null) return [];
  return [{ type: 'GroupWorkLineReportedRefused', data: { groupWorkId, line, candidacyId, refused } }];
}
