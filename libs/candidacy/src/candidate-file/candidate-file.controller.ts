import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { ReadQuestion, ReadRoute } from '@minutier/intake';

import { type CandidateFile, ShowCandidateFile } from './candidate-file.query.js';

@Controller('candidacies')
@ApiTags('candidacies')
export class CandidateFileController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':candidacyId')
  @ReadRoute('Le dossier d’un candidat : inscription, évaluations, corrections')
  async show(
    @Param('candidacyId') candidacyId: string,
    @Query() question: ReadQuestion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<CandidateFile> {
    const file = await this.queries.execute(new ShowCandidateFile(candidacyId, question));
    void reply.header('etag', `"${file.revision}"`);
    return file;
  }
}
