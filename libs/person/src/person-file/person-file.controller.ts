import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';

import { ReadQuestion, ReadRoute } from '@minutier/intake';

import { type PersonAnswer, ShowPerson } from './person-file.query.js';

@Controller('persons')
@ApiTags('persons')
export class PersonFileController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':personId')
  @ReadRoute('Une personne')
  show(@Param('personId') personId: string, @Query() question: ReadQuestion): Promise<PersonAnswer> {
    return this.queries.execute(new ShowPerson(personId, question));
  }
}
