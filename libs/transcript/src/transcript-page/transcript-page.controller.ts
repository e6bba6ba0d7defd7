import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { ReadQuestion, ReadRoute } from '@minutier/intake';

import { ShowTranscript, type TranscriptPage } from './transcript-page.query.js';

@Controller('candidacies/:candidacyId/transcript')
@ApiTags('candidacies')
export class TranscriptPageController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ReadRoute('Le relevé d’un candidat, aujourd’hui ou à une date')
  async show(
    @Param('candidacyId') candidacyId: string,
    @Query() question: ReadQuestion,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<TranscriptPage> {
    const page = await this.queries.execute(new ShowTranscript(candidacyId, question));
    void reply.header('etag', `"${page.revision}"`);
    return page;
  }
}
