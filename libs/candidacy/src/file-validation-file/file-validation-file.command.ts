import { ChoiceField, CivilDateField, CodeField, CodesField, IdField, RecordedCommand } from '@minutier/intake';
import type { Receipt } from '@minutier/ledger';

/** What filing answers: also the file's id. */
export interface ValidationFileReceipt extends Receipt {
  readonly fileId: string;
}

/** VAE: files the validation file; the time that the jury has runs from that day. */
export class FileValidationFile extends RecordedCommand<ValidationFileReceipt> {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @IdField({ description: 'Admissible request on which it is filed.' })
  readonly feasibilityId!: string;

  @CivilDateField({ description: 'Day.', example: '2019-02-20' })
  readonly filedOn!: string;

  @ChoiceField(['title', 'blocks'], { description: 'What is asked for.', example: 'title' })
  readonly scope!: 'title' | 'blocks';

  @CodesField({ description: 'Blocks asked for; none for the title.', example: [], optional: true })
  readonly blocks?: readonly string[];

  @CodeField({ description: 'Where it is filed.', example: 'VAE-2019-0012' })
  readonly document!: string;
}
