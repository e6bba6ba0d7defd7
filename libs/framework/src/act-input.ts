import {
  ChoiceField,
  CodeField,
  IntegerField,
  ObjectField,
  PersonalTextField,
  RecordedCommand,
} from '@minutier/intake';
import type { Personal, Receipt } from '@minutier/ledger';

import { AUTHORITIES } from './authority.js';
import { FRAMEWORK_NUMBER } from './framework-reference.js';

export class AuthorityInput {
  @ChoiceField(AUTHORITIES, { description: 'On whose authority.', example: 'pedagogical-council' })
  readonly code!: (typeof AUTHORITIES)[number];

  @CodeField({ description: 'Reference of the document.', example: 'PV-CP-2018-06', optional: true })
  readonly document?: string;
}

export class FrameworkReferenceInput {
  @CodeField({ description: 'Number of the fiche.', example: 'RNCP28684', pattern: FRAMEWORK_NUMBER })
  readonly number!: string;

  @IntegerField({ description: 'Published version.', example: 1, min: 1, max: 1_000 })
  readonly version!: number;
}

/** A command that somebody gives with authority. */
export abstract class ActOfAuthority<Answer = Receipt> extends RecordedCommand<Answer> {
  @ObjectField(() => AuthorityInput, {
    description: 'On whose authority.',
    example: { code: 'examination-office', document: 'NOTE-12' },
  })
  readonly authority!: AuthorityInput;
}

/** A command about one person that says why; the class adds `reason`, from the closed list of its event. */
export abstract class ReasonedAct<Answer = Receipt> extends ActOfAuthority<Answer> {
  @PersonalTextField('appraisal', { description: 'Why, in words; sealed.', optional: true })
  readonly explanation?: Personal;
}
