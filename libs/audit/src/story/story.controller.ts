import { Controller, Get, Headers, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiTags } from '@nestjs/swagger';

import { languageOf, ReadRoute } from '@minutier/intake';

import { titleInEnglish } from '../sentences.js';
import { type Story, StoryQuestion, TellStory } from './story.query.js';

@Controller('audit/story')
@ApiTags('audit')
export class StoryController {
  constructor(private readonly queries: QueryBus) {}

  /** Sentences are French, the language of the minutes; whoever prefers English gets the titles in it. */
  @Get()
  @ReadRoute('Toute l’histoire d’un fait, d’une évaluation, d’une candidature, d’un bloc ou d’une personne, en phrases')
  async tell(
    @Query() question: StoryQuestion,
    @Headers('accept-language') language: string | undefined,
  ): Promise<Story> {
    const story = await this.queries.execute(new TellStory(question));
    if (languageOf(language) === 'fr') return story;
    return { ...story, items: story.items.map((item) => ({ ...item, title: titleInEnglish(item.type) })) };
  }
}
