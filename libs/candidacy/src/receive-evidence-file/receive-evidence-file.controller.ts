import { Readable } from 'node:stream';

import { Controller, Param, Post, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { validate } from 'uuid';

import { FileRoute, InputInvalid, type IntakeRequest } from '@minutier/intake';

import { EvidenceFiles } from '../evidence-files.js';

/** Receives the file of a piece of evidence, sealed on the disk while it arrives. It changes no fact: a command names it. */
@Controller('candidacies/:candidacyId/evidence-files')
@ApiTags('evidence')
export class ReceiveEvidenceFileController {
  constructor(private readonly files: EvidenceFiles) {}

  @Post()
  @FileRoute('Reçoit le fichier d’une pièce (25 Mio au plus), chiffré sous la clé du candidat')
  async receive(@Param('candidacyId') candidacyId: string, @Req() { body, commandContext }: IntakeRequest) {
    if (!validate(candidacyId)) throw new InputInvalid([{ code: 'NOT_A_UUID', parameter: 'candidacyId' }]);
    if (body === undefined || body === null) throw new InputInvalid([{ code: 'NOT_A_FILE', pointer: '' }]);
    if (!(body instanceof Readable)) throw new InputInvalid([{ code: 'NOT_A_FILE', pointer: '' }], 415);
    try {
      // Leaving the loop early must not cut the connection: the sender still has to read why.
      const bytes: AsyncIterable<Uint8Array> = body.iterator({ destroyOnReturn: false });
      return await this.files.receive(candidacyId, commandContext!.commandId, notEmpty(bytes));
    } finally {
      body.resume();
    }
  }
}

/** A file without a byte proves nothing: it is a mistake of the sender. */
async function* notEmpty(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let isEmpty = true;
  for await (const piece of bytes) {
    isEmpty = false;
    yield piece;
  }
  if (isEmpty) throw new InputInvalid([{ code: 'NOT_A_FILE', pointer: '' }]);
}
