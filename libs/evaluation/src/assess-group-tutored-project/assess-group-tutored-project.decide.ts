import { type Decision, isRefusal } from '@minutier/ledger';

import type { Frame } from '../frame.js';
import { acceptGroupWork, type GroupWorkRefusal, type SealedGroupWork } from '../group-acceptance.js';
import type { GroupWorkEvent } from '../groupwork.events.js';
import type { GroupWork } from '../groupwork.state.js';
import { refusedTutors } from '../tutors.js';
import type { AssessGroupTutoredProject } from './assess-group-tutored-project.command.js';

/** A group carries one project under its tutors (fiche: « projet de groupe tutoré en cours et présentation orale », A10). */
export function assessGroupTutoredProject(
  command: SealedGroupWork<AssessGroupTutoredProject>,
  groupWork: GroupWork,
  frame: Frame,
): Decision<GroupWorkEvent, GroupWorkRefusal | 'TUTOR_UNKNOWN'> {
  const { projectCode, tutors } = command.facts;
  const facts = refusedTutors(tutors, frame.unknown) ?? { projectCode, tutors: [...tutors] };
  const accepted = acceptGroupWork(command, groupWork, frame, { kind: 'tutored-project', facts });
  if (isRefusal(accepted)) return accepted;
  return [{ type: 'GroupTutoredProjectAssessed', data: accepted.header }, ...accepted.lines];
}
