/** One version of one event type as docs/events.md describes it. */
export interface EventPage {
  readonly type: string;
  readonly version: number;
  readonly status: 'built' | 'planned';
  /** Top-level fields of its data, in the page's order. */
  readonly fields: readonly string[];
}

const VERSION_LINE = /^v(\d+) · .+ · (built|planned)\s*$/;
const FIELD_ROW = /^\|\s*`?([A-Za-z]\w*)/;

/**
 * Reads the catalogue: `### Type`, then per version `v1 · « name » · built|planned` and a table whose first column is
 * `field`. Nested fields are dotted (`items[].code`); only what stands before the first dot or bracket is a field of data.
 */
export function readEventPages(markdown: string): EventPage[] {
  const pages: (EventPage & { fields: string[] })[] = [];
  let type: string | undefined;
  let inFields = false;
  for (const line of markdown.split('\n')) {
    if (/^#{1,3} /.test(line)) type = /^### `?([A-Z]\w*)`?\s*$/.exec(line)?.[1];
    const version = VERSION_LINE.exec(line);
    if (type !== undefined && version) {
      pages.push({ type, version: Number(version[1]), status: version[2] as EventPage['status'], fields: [] });
    }
    if (!line.startsWith('|')) inFields = false;
    else if (/^\|\s*field\s*\|/.test(line)) inFields = type !== undefined;
    else if (inFields) {
      const field = FIELD_ROW.exec(line)?.[1];
      const fields = pages.at(-1)?.fields;
      if (field !== undefined && fields?.includes(field) === false) fields.push(field);
    }
  }
  return pages;
}
