import { ActOfAuthority } from '@minutier/framework';
import { ChoiceField, CivilDateField, CodeField, IdField, IntegerField, ObjectField } from '@minutier/intake';

import { ANSWER_GROUNDS, REQUEST_ANSWERS } from '../rights.events.js';

export class GivenCopyInput {
  @IntegerField({
    description: 'Place of the log up to which the copy was made: the `ordinal` of the export.',
    example: 1_204,
    min: 0,
    max: Number.MAX_SAFE_INTEGER,
  })
  readonly ordinal!: number;

  @CodeField({
    description: 'SHA-256 of the copy as it was given; what is recorded is a digest under the person’s key.',
    example: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    pattern: /^[0-9a-f]{64}$/,
  })
  readonly sha256!: string;
}

/** Records what was answered to a request; what an erasure destroys, and what a correction changes, are their own acts. */
export class AnswerRightsRequest extends ActOfAuthority {
  @IdField({ description: 'The person.' })
  readonly personId!: string;

  @IdField({ description: 'The request.' })
  readonly requestId!: string;

  @CivilDateField({ description: 'Day of the answer.', example: '2019-06-24' })
  readonly answeredOn!: string;

  @ChoiceField(REQUEST_ANSWERS, { description: 'What was answered.', example: 'partly-granted' })
  readonly answer!: (typeof REQUEST_ANSWERS)[number];

  @ChoiceField(ANSWER_GROUNDS, { description: 'Why not all; only then.', example: 'legal-duty', optional: true })
  readonly ground?: (typeof ANSWER_GROUNDS)[number];

  @ObjectField(() => GivenCopyInput, { description: 'The copy that was given, where one was.', optional: true })
  readonly copy?: GivenCopyInput;

  @CodeField({ description: 'Reference of the proof of sending.', example: 'LRAR-2019-118', optional: true })
  readonly proof?: string;
}
