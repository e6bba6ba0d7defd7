import { ApiPropertyOptional } from '@nestjs/swagger';
import { found, isCivilDate, ListQuestion, listPage, ReadQuestion, readSlice } from '@minutier/intake';
import { type LogMoment, Views } from '@minutier/ledger';
import { IsOptional, ValidateBy } from 'class-validator';

import { centreStream, type RegisteredCentre } from '../centre.state.js';
import { centreList, entitlementsOn, type MayDo } from './centre-list.projection.js';

export const listCentresSlice = readSlice('ListCentres', {
  get: 'centres',
  tag: 'centres',
  summary: 'Centres partenaires et leurs habilitations',
  question: ListQuestion,
  needs: [Views],
  answer: ({ question, url }, views) =>
    listPage(views, centreList, { orderBy: 'code' }, question, url, ({ row }) => row),
});

/** What one centre may be asked. */
export class CentreQuestion extends ReadQuestion {
  @ApiPropertyOptional({ description: 'The day for which its entitlements are told.', example: '2019-01-15' })
  @IsOptional()
  @ValidateBy(
    { name: 'isCivilDate', validator: { validate: isCivilDate } },
    { message: 'NOT_A_CIVIL_DATE', context: { code: 'NOT_A_CIVIL_DATE' } },
  )
  readonly on?: string;
}

/** A centre as it is answered. */
export interface CentreAnswer extends RegisteredCentre {
  readonly on?: string;
  /** What it may do on that day, framework by framework; absent where no day was asked. */
  readonly entitlements?: readonly MayDo[];
  readonly revision: number;
  readonly asOf: LogMoment;
  readonly incomplete: boolean;
}

export const showCentreSlice = readSlice('ShowCentre', {
  get: 'centres/:centreId',
  tag: 'centres',
  summary: 'Un centre et ses habilitations ; avec « on », ce qu’il peut faire ce jour-là',
  question: CentreQuestion,
  needs: [Views],
  revision: (centre: CentreAnswer) => centre.revision,
  async answer({ path: { centreId }, question }, views): Promise<CentreAnswer> {
    const asOf = await views.at(question);
    const { row } = found(await views.get(centreList, centreId, asOf));
    const revision = await views.revisionOf(centreStream, centreId, asOf);
    const { on } = question;
    const mayDo = on === undefined ? {} : { on, entitlements: entitlementsOn(row, on) };
    return { ...row, ...mayDo, revision, asOf, incomplete: views.isIncomplete(centreList, centreId) };
  },
});
