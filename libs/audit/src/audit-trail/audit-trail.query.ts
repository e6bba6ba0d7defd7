import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsUUID, Matches } from 'class-validator';

import { ListQuestion, listPage, readSlice } from '@minutier/intake';
import { Views } from '@minutier/ledger';

import { auditTrail } from './audit-trail.projection.js';

/** Which events: all conditions together. */
export class AuditQuestion extends ListQuestion {
  @ApiPropertyOptional({ description: 'Events of one stream.', example: 'cohort-2c0e9b5e-5a0b-5d0e-9f0a-28684a360001' })
  @IsOptional()
  @Matches(/^[a-z]+-[A-Za-z0-9._-]{1,80}$/, { context: { code: 'NOT_A_CODE' } })
  readonly stream?: string;

  @ApiPropertyOptional({ description: 'Events of one candidacy.' })
  @IsOptional()
  @IsUUID('all', { context: { code: 'NOT_A_UUID' } })
  readonly candidacy?: string;

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
}

export const listAuditEventsSlice = readSlice('ListAuditEvents', {
  get: 'audit/events',
  tag: 'audit',
  summary: 'Les faits du registre, dans leur ordre',
  question: AuditQuestion,
  needs: [Views],
  answer({ question, url }, views) {
    const { candidacy, type, actor, correlation } = question;
    const stream = question.stream ?? (candidacy === undefined ? undefined : `candidacy-${candidacy}`);
    const where = { stream, type, actor, correlation };
    return listPage(views, auditTrail, { where }, question, url, ({ row }) => row);
  },
});
