import { ActOfAuthority } from '@minutier/framework';
import { IdField } from '@minutier/intake';

/**
 * Destroys the file of a piece: at the end of its period, or because an erasure says so. That it existed stays. A file
 * kept elsewhere is destroyed there first, by whoever gives this command.
 */
export class PurgeEvidence extends ActOfAuthority {
  @IdField({ description: 'The candidacy.' })
  readonly candidacyId!: string;

  @IdField({ description: 'The piece.' })
  readonly evidenceId!: string;

  @IdField({ description: 'The erasure that it follows; none: the period has ended.', optional: true })
  readonly erasureId?: string;
}
