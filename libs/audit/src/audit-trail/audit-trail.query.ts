import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID, Matches } from 'class-validator';

import { ListQuestion, listPage, nextPage, type Page, readSlice } from '@minutier/intake';
import { type LogMoment, Views } from '@minutier/ledger';

import { auditKey, type AuditItem, auditTrail } from '../audit-trail.projection.js';
import { periodOf } from '../audit-period.js';
import { momentOf } from '../asked-moment.js';
import { memoryPage } from '../memory-page.js';
import { mentions } from '../mentions.projection.js';
import { inOrder, Trail } from '../trail.js';

const ofInstant = /^\d{4}-\d{2}-\d{2}(T.{1,30})?$/;

/** Which events: all conditions together. */
export class AuditQuestion extends ListQuestion {
  @ApiPropertyOptional({ description: 'Events of one stream.', example: 'cohort-2c0e9b5e-5a0b-5d0e-9f0a-28684a360001' })
  @IsOptional()
  @Matches(/^[a-z]+-[A-Za-z0-9._-]{1,80}$/, { context: { code: 'NOT_A_CODE' } })
  readonly stream?: string;

  @ApiPropertyOptional({
    description: 'Events of one candidacy, and what concerns it in others: group works, sheets, reattributions.',
  })
  @IsOptional()
  @IsUUID('all', { context: { code: 'NOT_A_UUID' } })
  readonly candidacy?: string;

  @ApiPropertyOptional({ description: 'Events of one person and of each of that person’s candidacies.' })
  @IsOptional()
  @IsUUID('all', { context: { code: 'NOT_A_UUID' } })
  readonly person?: string;

  @ApiPropertyOptional({ description: 'Events of one type.', example: 'EvaluationCorrected' })
  @IsOptional()
  @Matches(/^[A-Za-z]{1,60}$/, { context: { code: 'NOT_A_CODE' } })
  readonly type?: string;

  @ApiPropertyOptional({ description: 'Events by one actor.' })
  @IsOptional()
  @IsUUID('all', { context: { code: 'NOT_A_UUID' } })
  readonly actor?: string;

  @ApiPropertyOptional({ description: 'Events that one command brought about.' })
  @IsOptional()
  @IsUUID('all', { context: { code: 'NOT_A_UUID' } })
  readonly correlation?: string;

  @ApiPropertyOptional({
    description: 'Recorded at or after this instant, or from the beginning of this day in Paris.',
  })
  @IsOptional()
  @Matches(ofInstant, { context: { code: 'NOT_AN_INSTANT' } })
  readonly from?: string;

  @ApiPropertyOptional({ description: 'Recorded up to this instant, or to the end of this day in Paris.' })
  @IsOptional()
  @Matches(ofInstant, { context: { code: 'NOT_AN_INSTANT' } })
  readonly to?: string;
}

export const listAuditEventsSlice = readSlice('ListAuditEvents', {
  get: 'audit/events',
  tag: 'audit',
  summary: 'Les faits du registre, dans leur ordre',
  question: AuditQuestion,
  needs: [Views],
  async answer({ question, url }, views): Promise<Page<AuditItem>> {
    const asOf = await momentOf(question, views);
    const { first, last } = await periodOf(question, asOf, views);
    const { stream, type, actor, correlation, candidacy, person } = question;
    const where = { stream, type, actor, correlation };
    const isNarrow = stream !== undefined && Boolean(type ?? actor ?? correlation);
    if (candidacy === undefined && person === undefined && !isNarrow)
      return { ...(await trailPage(views, where, { question, url, asOf, first, last })) };
    const items = await concerning(new Trail(views, { ...asOf, ordinal: last }), question);
    const wanted = items.filter((item) => item.ordinal >= first && matches(item, where));
    const page = memoryPage(wanted, ({ ordinal }) => auditKey(ordinal), question, url, asOf);
    return [auditTrail, mentions].some((one) => views.isIncomplete(one)) ? { ...page, incomplete: true } : page;
  },
});

interface Paging {
  readonly question: AuditQuestion;
  readonly url: string;
  readonly asOf: LogMoment;
  readonly first: number;
  readonly last: number;
}

type Where = Readonly<Record<'stream' | 'type' | 'actor' | 'correlation', string | undefined>>;

/**
 * A page of the whole trail. Rows are never changed and stand in the order of the log, so a period is where the page
 * begins and the moment at which it is read: nothing is sorted, nothing outside it is looked at.
 */
async function trailPage(
  views: Views,
  where: Where,
  { question, url, asOf, first, last }: Paging,
): Promise<Page<AuditItem>> {
  const begins = Buffer.from(JSON.stringify([last, null, auditKey(first - 1), auditKey(first - 1)])).toString(
    'base64url',
  );
  const cursor = question.cursor ?? (first > 0 ? begins : undefined);
  const asked = { ...question, ...(cursor === undefined ? {} : { cursor }) };
  const page = await listPage(views, auditTrail, { where }, asked, url, ({ row }) => row, { ...asOf, ordinal: last });
  const key = page.items.at(-1) && auditKey(page.items.at(-1)!.ordinal);
  const next = page.next === null ? null : nextPage(url, { moment: asOf, value: key!, key: key! });
  return { ...page, next, asOf };
}

/**
 * What concerns a candidacy, a person, or both, or else stands in a stream: a life is some hundreds of events, which are
 * put together here.
 */
async function concerning(trail: Trail, { candidacy, person, stream }: AuditQuestion): Promise<AuditItem[]> {
  const ofCandidacy = candidacy === undefined ? undefined : await aboutCandidacy(trail, candidacy.toLowerCase());
  const ofPerson = person === undefined ? undefined : await aboutPerson(trail, person.toLowerCase());
  if (!ofCandidacy && !ofPerson) return trail.stream(stream!);
  if (!ofCandidacy || !ofPerson) return ofCandidacy ?? ofPerson!;
  const both = new Set(ofPerson.map(({ ordinal }) => ordinal));
  return ofCandidacy.filter(({ ordinal }) => both.has(ordinal));
}

async function aboutCandidacy(trail: Trail, id: string): Promise<AuditItem[]> {
  const [own, elsewhere] = await Promise.all([trail.stream(`candidacy-${id}`), trail.elsewhere(id)]);
  return inOrder([...own, ...elsewhere]);
}

async function aboutPerson(trail: Trail, id: string): Promise<AuditItem[]> {
  const [own, candidacies] = await Promise.all([trail.stream(`person-${id}`), trail.candidaciesOf(id)]);
  const lives = await Promise.all(candidacies.map((candidacy) => aboutCandidacy(trail, candidacy)));
  return inOrder([...own, ...lives.flat()]);
}

function matches({ stream, type, actor, correlationId }: AuditItem, where: Where): boolean {
  return (
    (where.stream ?? stream) === stream &&
    (where.type ?? type) === type &&
    (where.actor ?? actor.id) === actor.id &&
    (where.correlation ?? correlationId) === correlationId
  );
}
