import { Controller, Get, Param, Query, Res } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';

import { ReadQuestion, ReadRoute } from '@minutier/intake';

import { ShowTranscript } from './transcript-page.query.js';

@Controller('candidacies/:candidacyId/transcript')
@ApiTags('candidacies')
export class TranscriptPageController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @ReadRoute('Le relevé d’un candidat, aujourd’hui ou à une date')
  async show(
    @Param('candidacyId') candidacyId: string,
    @Query() question: ReadQuestion,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const { page, json } = await this.queries.execute(new ShowTranscript(candidacyId, question));
    await reply.headers({ etag: `"${page.revision}"`, 'content-type': 'application/json; charset=utf-8' }).send(json);
  }
}
