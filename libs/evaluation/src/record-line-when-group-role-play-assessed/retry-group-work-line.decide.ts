import type { Candidacy, CandidacyEvent } from '@minutier/candidacy';

import type { Frame } from '../frame.js';
import type { AssessedGroupWork } from '../groupwork.state.js';
import { recordGroupWorkLine } from './record-group-work-line.decide.js';
import type { RetryGroupWorkLine } from './retry-group-work-line.command.js';
import { voidGroupWorkLine } from './void-group-work-line.decide.js';

/** A person had it tried again: what was asked then is done, even where the work was voided since. */
export function retryGroupWorkLine(
  command: RetryGroupWorkLine,
  candidacy: Candidacy,
  groupWork: AssessedGroupWork,
  frame: Frame,
): readonly CandidacyEvent[] {
  const line = groupWork.lines.find((one) => one.line === command.line);
  return line?.triedAgain === 'voiding'
    ? voidGroupWorkLine(command, candidacy, groupWork)
    : recordGroupWorkLine(command, candidacy, groupWork, frame);
}
