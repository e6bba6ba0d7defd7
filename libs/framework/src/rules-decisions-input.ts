import { ChoiceField, CodeField, CodesField, FlagField, IntegerField, TextField } from '@minutier/intake';

import { DEADLINE_STARTS, DEADLINE_UNITS, DECISION_AXES, DUTIES, PAPERS } from './rules-policies.js';

export class DecisionCodeInput {
  @CodeField({ description: 'Code printed.', example: 'ADM' })
  readonly code!: string;

  @TextField({ description: 'Legend printed on every paper.', example: 'Admis', max: 120 })
  readonly labelExact!: string;

  @IntegerField({ description: 'The first code that fits is printed.', example: 1, min: 1, max: 100 })
  readonly position!: number;

  @FlagField({ description: 'Printed beside another code.', example: false })
  readonly adds!: boolean;

  @ChoiceField(DECISION_AXES.outcome, { description: 'Left out: any.', example: 'admitted', optional: true })
  readonly outcome?: (typeof DECISION_AXES.outcome)[number];

  @ChoiceField(DECISION_AXES.presence, { description: 'Left out: any.', example: 'present', optional: true })
  readonly presence?: (typeof DECISION_AXES.presence)[number];

  @ChoiceField(DECISION_AXES.blocksValidated, { description: 'Left out: any.', example: 'some', optional: true })
  readonly blocksValidated?: (typeof DECISION_AXES.blocksValidated)[number];

  @FlagField({
    description: 'A block was validated by the jury against the proposal; left out: either.',
    example: true,
    optional: true,
  })
  readonly byJury?: boolean;

  @ChoiceField(DECISION_AXES.resit, { description: 'Left out: any.', example: 'authorised', optional: true })
  readonly resit?: (typeof DECISION_AXES.resit)[number];
}

export class DeadlineInput {
  @ChoiceField(DUTIES, { description: 'What must happen.', example: 'appeal' })
  readonly duty!: (typeof DUTIES)[number];

  @CodeField({ description: 'For `retention`: the class of documents.', example: 'copies', optional: true })
  readonly subject?: string;

  @IntegerField({ description: 'Length.', example: 2, min: 1, max: 1_000 })
  readonly amount!: number;

  @ChoiceField(DEADLINE_UNITS, { description: 'Of the length.', example: 'months' })
  readonly unit!: (typeof DEADLINE_UNITS)[number];

  @ChoiceField(DEADLINE_STARTS, { description: 'What starts it.', example: 'notification' })
  readonly startsFrom!: (typeof DEADLINE_STARTS)[number];

  @ChoiceField(['sending', 'receipt'], { description: 'Which of the days of a notification.', example: 'receipt' })
  readonly countsFrom!: 'sending' | 'receipt';
}

export class PaperInput {
  @ChoiceField(PAPERS, { description: 'Paper.', example: 'certificate' })
  readonly paper!: (typeof PAPERS)[number];

  @FlagField({ description: 'Whether it is issued at all.', example: true })
  readonly issued!: boolean;

  @CodesField({ description: 'For `block-attestation`: blocks concerned; empty for the others.', example: [] })
  readonly blocks!: string[];

  @CodeField({
    description:
      'How its number is printed: `fiche`, `year` and zeros stand for what they say; left out: not numbered.',
    example: 'fiche-year-0000',
    optional: true,
  })
  readonly numbering?: string;
}
