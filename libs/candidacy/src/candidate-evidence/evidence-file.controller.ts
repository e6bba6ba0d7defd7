import { Controller, Get, Param, Query, Res, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { DownloadRoute, found, ReadQuestion } from '@minutier/intake';
import { CommandRefused, Views } from '@minutier/ledger';

import { EvidenceFiles } from '../evidence-files.js';
import { candidateEvidence } from './candidate-evidence.projection.js';

/** Hands out the file of a piece, once it is found to be the one that was attached. */
@Controller('candidacies/:candidacyId/evidence/:evidenceId/file')
@ApiTags('evidence')
export class EvidenceFileController {
  constructor(
    private readonly views: Views,
    private readonly files: EvidenceFiles,
  ) {}

  @Get()
  @DownloadRoute('Le fichier d’une pièce, son empreinte vérifiée')
  async show(
    @Param('candidacyId') candidacyId: string,
    @Param('evidenceId') evidenceId: string,
    @Query() question: ReadQuestion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<StreamableFile> {
    const piece = await this.#piece(candidacyId, evidenceId, question);
    // A file is as it is now, whatever the moment asked: what is destroyed is gone for every moment.
    const now = await this.#piece(candidacyId, evidenceId, {});
    if (now.purged) throw purgedOn(now.purged.purgedOn);
    const bytes = await this.files.open(candidacyId, piece);
    // Kept and shown as a file only: no browser runs what a candidate handed in.
    void reply.header('x-content-type-options', 'nosniff').header('content-security-policy', 'sandbox');
    return new StreamableFile(bytes, {
      type: piece.mediaType,
      disposition: `attachment; filename="${evidenceId}"`,
      length: bytes.length,
    });
  }

  async #piece(candidacyId: string, evidenceId: string, question: ReadQuestion) {
    const view = await this.views.get(candidateEvidence, candidacyId, await this.views.at(question));
    const piece = found(view).row.pieces.find((one) => one.evidenceId === evidenceId);
    return found(piece && { ...view!, row: piece }).row;
  }
}

function purgedOn(day: string): CommandRefused {
  const because = { fr: `Ce fichier a été détruit le ${day}.`, en: `This file was destroyed on ${day}.` };
  return new CommandRefused('EVIDENCE_ALREADY_PURGED', because, undefined);
}
