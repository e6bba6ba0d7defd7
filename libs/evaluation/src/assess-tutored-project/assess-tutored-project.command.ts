import { ObjectField, PersonalTextField } from '@minutier/intake';
import type { Personal } from '@minutier/ledger';

import { AssessmentInput, ResultInput } from '../assessment-input.js';
import { ProjectInput } from '../project-input.js';

export class TutoredProjectFactsInput extends ProjectInput {
  @ObjectField(() => ResultInput, {
    description: 'Result of the individual part, where it is apart.',
    example: { scale: 'twenty', value: '15' },
    optional: true,
  })
  readonly individualPart?: ResultInput;

  @ObjectField(() => ResultInput, {
    description: 'Result of the group’s part, where there is one.',
    example: { scale: 'twenty', value: '13' },
    optional: true,
  })
  readonly groupPart?: ResultInput;
}

/** Records a project tutored during classes (projet tutoré en cours). */
export class AssessTutoredProject extends AssessmentInput {
  @ObjectField(() => TutoredProjectFactsInput, { description: 'Project, tutors, parts.', optional: true })
  readonly facts?: TutoredProjectFactsInput;

  @PersonalTextField('appraisal', {
    description: 'The project in words, where it was the candidate’s own.',
    optional: true,
  })
  readonly project?: Personal;
}
