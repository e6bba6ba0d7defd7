import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID, Matches } from 'class-validator';

import { candidacyStream, candidateFile } from '@minutier/candidacy';
import { InputInvalid, ReadQuestion } from '@minutier/intake';
import { type LogMoment, Views } from '@minutier/ledger';
import { type Pins, Transcripts } from '@minutier/transcript';
import { Vault } from '@minutier/vault';

import { auditTrail } from '../audit-trail.projection.js';
import { Labels } from '../labels.js';
import { mentions } from '../mentions.projection.js';
import { evaluationConclusion, resultsConclusion } from '../story-conclusion.js';
import type { CandidacyFacts } from '../story-gathering.js';
import * as subjects from '../story-subjects.js';
import { type StoryItem, tellStory, type ToldStory } from '../story-telling.js';
import { textOf, Trail } from '../trail.js';

const UUID = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
const OF = new RegExp(`^(?:(?:event|evaluation|candidacy|person):${UUID}|block:[A-Za-z0-9][A-Za-z0-9._/-]{0,63})$`);

/** Of what the whole story is asked. */
export class StoryQuestion extends ReadQuestion {
  @ApiProperty({
    type: String,
    description:
      'Of what: `event:`, `evaluation:`, `candidacy:` or `person:` and its uuid; `block:` and its code, with `candidacy`.',
    example: 'evaluation:5f0f3c1e-2018-5000-8000-000000000001',
  })
  @Matches(OF, { context: { code: 'NOT_A_CODE' } })
  readonly of!: string;

  @ApiPropertyOptional({ type: String, description: 'For a block: in which candidacy.' })
  @IsOptional()
  @IsUUID('all', { context: { code: 'NOT_A_UUID' } })
  readonly candidacy?: string;
}

/** The whole history of a thing, in the order of the log, in words. */
export interface Story {
  readonly of: string;
  /** Whom it is about, by name; null where it is about nobody in particular. */
  readonly candidate: string | null;
  readonly items: readonly StoryItem[];
  /** What the thing has come to, in a sentence; null where nothing is to be concluded. */
  readonly conclusion: string | null;
  readonly asOf: LogMoment;
  /** True where a part of the ledger waits in quarantine, so that something may be missing. */
  readonly incomplete: boolean;
}

export class TellStory extends Query<Story> {
  constructor(readonly question: StoryQuestion) {
    super();
  }
}

@QueryHandler(TellStory)
export class TellStoryHandler implements IQueryHandler<TellStory> {
  constructor(
    private readonly views: Views,
    private readonly vault: Vault,
    private readonly transcripts: Transcripts,
  ) {}

  async execute({ question }: TellStory): Promise<Story> {
    const asOf = await this.views.at(question);
    const trail = new Trail(this.views, asOf);
    const pinsOf = (facts: CandidacyFacts) => this.#pinsOf(facts, asOf);
    const story = await chosen(question, { trail, vault: this.vault, pinsOf });
    if (!story || story.items.length === 0) throw new InputInvalid([{ code: 'NOT_FOUND' }], 404);
    const told = await tellStory(story, { views: this.views, vault: this.vault, trail });
    return {
      of: question.of,
      candidate: story.candidate,
      items: told.items,
      conclusion: await this.#conclusion(story, told, asOf),
      asOf,
      incomplete: [auditTrail, mentions].some((one) => this.views.isIncomplete(one)),
    };
  }

  async #pinsOf({ own }: CandidacyFacts, asOf: LogMoment): Promise<Pins | undefined> {
    const enrolled = own.findLast(({ type }) => type === 'Enrolled');
    return enrolled && this.transcripts.pinsOf(textOf(enrolled, 'cohortId')!, asOf);
  }

  async #conclusion({ end, items }: subjects.ChosenStory, told: ToldStory, asOf: LogMoment): Promise<string | null> {
    if (end.kind === 'none') return null;
    if (end.kind === 'evaluation') return evaluationConclusion(items, end.evaluationId, told);
    const { candidacyId } = end.facts;
    const [pins, file] = [await this.#pinsOf(end.facts, asOf), await this.views.get(candidateFile, candidacyId, asOf)];
    if (!pins || !file) return null;
    const revision = await this.views.revisionOf(candidacyStream, candidacyId, asOf);
    const { results } = await this.transcripts.resultsOf({ ...file.row, revision }, pins, asOf);
    return resultsConclusion(results, new Labels(told.frame, pins.framework, pins.rules), end.block);
  }
}

function chosen(
  { of, candidacy }: StoryQuestion,
  sources: subjects.SubjectSources,
): Promise<subjects.ChosenStory | undefined> {
  const colon = of.indexOf(':');
  const [kind, name] = [of.slice(0, colon), of.slice(colon + 1)];
  if (kind === 'block') {
    if (candidacy === undefined) throw new InputInvalid([{ code: 'FIELD_MISSING', parameter: 'candidacy' }]);
    return subjects.storyOfBlock(name, candidacy.toLowerCase(), sources);
  }
  const id = name.toLowerCase();
  switch (kind) {
    case 'event':
      return subjects.storyOfEvent(id, sources);
    case 'evaluation':
      return subjects.storyOfEvaluation(id, sources);
    case 'person':
      return subjects.storyOfPerson(id, sources);
    default:
      return subjects.storyOfCandidacy(id, sources);
  }
}
