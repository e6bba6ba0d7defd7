import { InputInvalid, type ListQuestion, readCursor } from '@minutier/intake';
import type { LogMoment, Views } from '@minutier/ledger';

/** As of the moment asked or, from the second page on, of the first page's. */
export async function momentOf(question: ListQuestion, views: Pick<Views, 'at'>): Promise<LogMoment> {
  if (question.cursor === undefined) return views.at(question);
  const { moment } = readCursor(question.cursor);
  if (moment.ordinal > (await views.at({})).ordinal)
    throw new InputInvalid([{ code: 'CURSOR_MALFORMED', parameter: 'cursor' }]);
  return moment;
}
