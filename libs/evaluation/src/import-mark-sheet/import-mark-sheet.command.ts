import {
  ChoiceField,
  CivilDateField,
  CodeField,
  CodesField,
  DecimalField,
  FlagField,
  IdField,
  IdsField,
  IntegerField,
  ListField,
  RecordedCommand,
  TextField,
} from '@minutier/intake';
import type { Receipt, Wording } from '@minutier/ledger';
import type { Outcome } from '@minutier/candidacy';

import { SHEET_KINDS } from '../marksheet.events.js';

export class ExerciseMarkInput {
  @CodeField({ description: 'The exercise.', example: 'EX-MEDIAPLAN' })
  readonly code!: string;

  @CodeField({ description: 'Its mark; absent where it was done and not marked.', example: '12', optional: true })
  readonly mark?: string;
}

export class AssessorMarkInput {
  @IdField({ description: 'One of the sheet’s assessors.' })
  readonly assessorId!: string;

  @CodeField({ description: 'Own mark.', example: '13.5' })
  readonly mark!: string;
}

/** One candidate's line as it was typed; without a mark and an absence it is left for another sheet. */
export class SheetLineInput {
  @CodeField({ description: 'Number of the candidate in the cohort, or id of the candidacy.', example: '2018-017' })
  readonly candidate!: string;

  @CodeField({ description: 'Exact decimal, or level.', example: '14.5', optional: true })
  readonly mark?: string;

  @ChoiceField(['justified', 'unjustified'], {
    description: 'Where the candidate was absent.',
    example: 'unjustified',
    optional: true,
  })
  readonly absence?: 'justified' | 'unjustified';

  @ListField(() => AssessorMarkInput, { description: 'Each assessor’s own mark.', max: 9, optional: true })
  readonly assessorMarks?: AssessorMarkInput[];

  @ListField(() => ExerciseMarkInput, { description: 'Marks of exercises.', max: 30, optional: true })
  readonly exercises?: ExerciseMarkInput[];

  @IntegerField({
    description: 'Session of the candidate’s own cohort, where it is not the sheet’s.',
    min: 1,
    max: 20,
    optional: true,
  })
  readonly session?: number;

  @IntegerField({ description: 'Attempt, where it is not the sheet’s.', min: 1, max: 9, optional: true })
  readonly attempt?: number;

  @IdsField({ description: 'Accommodations that were applied.', max: 10, optional: true })
  readonly accommodationIds?: string[];

  @TextField({ description: 'Appreciation; sealed under this candidate’s key.', max: 4_000, optional: true })
  readonly appreciation?: string;
}

export class SheetExerciseInput {
  @CodeField({ description: 'The exercise.', example: 'EX-MEDIAPLAN' })
  readonly code!: string;

  @CivilDateField({ description: 'Day, where it is not the sheet’s.', example: '2019-01-15', optional: true })
  readonly heldOn?: string;

  @DecimalField({ description: 'Weight in the set; 1 where none is given.', example: '1', optional: true })
  readonly coefficient?: string;
}

/** What an import is answered with: the receipt of the sheet, or what a dry run found. */
export type ImportAnswer = Receipt | DryRun;

/** What would become of each line, before anything is written. */
export interface DryRun {
  readonly dryRun: true;
  /** Given back with the import, it is refused where a candidacy has changed since. */
  readonly seen: string;
  /** What keeps the sheet from being accepted. */
  readonly problems: readonly { readonly code: string; readonly pointer: string | null; readonly because: Wording }[];
  readonly lines: readonly {
    readonly line: number;
    readonly candidacyId: string;
    readonly candidateNumber: string | null;
    /** The outcome that stands at the place now; null: none. */
    readonly standing: Outcome | null;
    readonly outcome: Outcome;
    /** Why the candidate's file would refuse it; null: it would be recorded. */
    readonly refused: string | null;
  }[];
  /** Lines without a mark and an absence: they are left out. */
  readonly blank: number;
}

/** Imports marks of many candidates for one line of the fiche: all of them are accepted, or none. */
export class ImportMarkSheet extends RecordedCommand<ImportAnswer> {
  @IdField({ description: 'The cohort.' })
  readonly cohortId!: string;

  @ChoiceField(SHEET_KINDS, { description: 'Kind of evaluation.', example: 'case-study' })
  readonly kind!: (typeof SHEET_KINDS)[number];

  @CodeField({ description: 'Line of the fiche.', example: 'F1-M1' })
  readonly modality!: string;

  @IntegerField({ description: 'Which of the line’s evaluations.', example: 1, min: 1, max: 20 })
  readonly occurrence!: number;

  @IntegerField({ description: 'Session of the cohort.', example: 1, min: 1, max: 20 })
  readonly session!: number;

  @IntegerField({ description: 'Which attempt.', example: 1, min: 1, max: 9 })
  readonly attempt!: number;

  @IdField({ description: 'Centre that held it.', optional: true })
  readonly centreId?: string;

  @CivilDateField({ description: 'Day on which it was held.', example: '2019-01-15' })
  readonly heldOn!: string;

  @IdField({ description: 'The sitting.', optional: true })
  readonly sittingId?: string;

  @IdsField({ description: 'Who assessed; in a table, «note 1» is of the first.', min: 1, max: 9 })
  readonly assessorIds!: string[];

  @ChoiceField(['agreement', 'mean'], {
    description: 'How several agreed; agreement where nothing is said.',
    example: 'mean',
    optional: true,
  })
  readonly agreedBy?: 'agreement' | 'mean';

  @FlagField({ description: 'A written work was assessed.', example: true })
  readonly written!: boolean;

  @FlagField({ description: 'An oral was assessed.', example: false })
  readonly oral!: boolean;

  @CodeField({ description: 'BCP 47; French where nothing is said.', example: 'fr', optional: true })
  readonly language?: string;

  @CodeField({ description: 'Subject, scenario or theme, by the kind.', example: 'EC-2019-03' })
  readonly taskCode!: string;

  @CodesField({ description: 'Role play: roles played opposite.', example: ['client'], max: 10, optional: true })
  readonly partners?: string[];

  @ListField(() => SheetExerciseInput, {
    description: 'Exercises of the set, by their codes.',
    max: 30,
    optional: true,
  })
  readonly exercises?: SheetExerciseInput[];

  @TextField({ description: 'The table as a spreadsheet writes it: `;`, decimal comma.', max: 700_000, optional: true })
  readonly csv?: string;

  @ListField(() => SheetLineInput, { description: 'Or its lines.', max: 1_000, optional: true })
  readonly lines?: SheetLineInput[];

  @FlagField({ description: 'Only says what would become of each line.', example: true, optional: true })
  readonly dryRun?: boolean;

  @IdField({ description: '`seen` of the dry run that was looked at.', optional: true })
  readonly seen?: string;
}
