import { ApiProperty } from '@nestjs/swagger';

import { RecordedCommand } from '@minutier/intake';

import { type FicheDocument, FicheDocumentField } from '../fiche-document.js';

/** Publishes a framework from the structured reading of its fiche; again under the same number: its next version. */
export class PublishFramework extends RecordedCommand {
  @ApiProperty({ type: Object, description: 'The fiche, in the form `fiche-rncp/1`, checked count by count.' })
  @FicheDocumentField()
  readonly document!: FicheDocument;
}
