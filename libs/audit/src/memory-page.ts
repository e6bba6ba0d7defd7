import { type ListQuestion, nextPage, type Page, PAGE_SIZE, readCursor } from '@minutier/intake';
import type { LogMoment } from '@minutier/ledger';

/** A page of a list that was put together in memory and is in the order of its keys; all pages are as of one moment. */
export function memoryPage<Item>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
  { cursor, limit = PAGE_SIZE }: Pick<ListQuestion, 'cursor' | 'limit'>,
  url: string,
  moment: LogMoment,
): Page<Item> {
  const after = cursor === undefined ? '' : readCursor(cursor).key;
  const rest = items.filter((item) => keyOf(item) > after);
  const shown = rest.slice(0, limit);
  const key = shown.length === 0 ? '' : keyOf(shown.at(-1)!);
  const next = rest.length > limit ? nextPage(url, { moment, value: key, key }) : null;
  return { items: shown, next, asOf: moment };
}
