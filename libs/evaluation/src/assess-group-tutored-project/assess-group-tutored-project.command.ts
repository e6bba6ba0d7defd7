import { ObjectField } from '@minutier/intake';

import { GroupWorkInput } from '../group-work-input.js';
import { ProjectInput } from '../project-input.js';

/** Records a tutored project of a whole group, with each member's part (F2-M2: « projet de groupe tutoré en cours »). */
export class AssessGroupTutoredProject extends GroupWorkInput {
  @ObjectField(() => ProjectInput, { description: 'The project and its tutors.' })
  readonly facts!: ProjectInput;
}
