/** A field of an event as docs/events.md lists it. */
interface Field {
  readonly path: string;
  readonly type: string;
  readonly meaning: string;
}

/** The fields of each event type of the catalogue, by chapter. */
export interface DescribedEvent {
  readonly category: string;
  readonly type: string;
  readonly title: string;
  readonly built: boolean;
  readonly fields: readonly Field[];
}

/** Every event of the catalogue, whatever its standing, with its fields as the page writes them. */
export function describedEvents(markdown: string): DescribedEvent[] {
  const found: (DescribedEvent & { fields: Field[] })[] = [];
  let [category, type] = ['', ''];
  for (const line of markdown.split('\n')) {
    category = /^## (\w+) — /.exec(line)?.[1] ?? (line.startsWith('## ') ? '' : category);
    type = /^### (\w+)\s*$/.exec(line)?.[1] ?? type;
    const version = /^v\d+ · « (.+) » · (built|planned)\s*$/.exec(line);
    if (version && category !== '')
      found.push({ category, type, title: version[1]!, built: version[2] === 'built', fields: [] });
    const row = /^\| `?([\w.[\]]+)`? \| (.+?) \| (.*?) \|$/.exec(line);
    if (row && row[1] !== 'field' && category !== '')
      found.at(-1)?.fields.push({ path: row[1]!, type: row[2]!, meaning: row[3]! });
  }
  return found;
}

/** How a sample is made: which of each field's possible values, and how sealed texts read. */
export interface Variant {
  readonly choice: number;
  readonly sealed: 'open' | 'erased' | 'shut';
  readonly nulls: boolean;
}

/** The most values that a field of this event may choose from. */
export function choicesOf({ fields }: DescribedEvent): number {
  return Math.max(3, ...fields.map((field) => codesOf(field).length));
}

/** Data of that event as a command would have written them. */
export function sampleOf({ fields }: DescribedEvent, variant: Variant): object {
  return level(fields, '', variant);
}

function level(fields: readonly Field[], prefix: string, variant: Variant): object {
  const sample: Record<string, unknown> = {};
  for (const field of fields) {
    if (!field.path.startsWith(prefix)) continue;
    const rest = field.path.slice(prefix.length);
    if (rest.includes('.')) continue;
    const name = rest.replace('[]', '');
    const list = field.type.startsWith('list') || rest.endsWith('[]');
    const within = `${field.path}${field.type.startsWith('list') ? '[].' : '.'}`;
    const nested = fields.some(({ path }) => path.startsWith(within));
    const value = nested ? level(fields, within, variant) : valueOf(name, field, variant);
    const absent = variant.nulls && / or null$/.test(field.type);
    sample[name] = absent ? null : list ? [value] : value;
  }
  return sample;
}

/** Values between quotes of a closed list; of a reason or a refusal, the codes that its meaning names. */
function codesOf({ type, meaning }: Field): string[] {
  if (type.startsWith("'")) return [...type.matchAll(/'([^']+)'/g)].map(([, code]) => code!);
  if (type.startsWith('Reason')) return [...meaning.matchAll(/`([a-z][a-z0-9-]*)`/g)].map(([, code]) => code!);
  if (type.startsWith('code')) return [...meaning.matchAll(/`([A-Z][A-Z_]{1,})`/g)].map(([, code]) => code!);
  return [];
}

const SAMPLES: Readonly<Record<string, unknown>> = {
  uuid: '5f0f3c1e-1234-5678-8abc-0123456789ab',
  int: 1,
  decimal: '10',
  'civil date': '2019-03-01',
  instant: '2019-06-18T07:00:00.000Z',
  sha256: 'ab'.repeat(32),
  reference: 'PIECE-2019-031',
  'public text': 'Tel qu’adopté.',
  FrameworkRef: { number: 'RNCP28684', version: 1 },
  RulesRef: { id: 'reglement-28684', version: 1 },
  Result: { scale: 'twenty', value: '14.5' },
  Authority: { code: 'examination-office', document: 'NOTE-2019-12' },
};
const CODES: Readonly<Record<string, string>> = {
  modality: 'F8-M1',
  toModality: 'F8-M1',
  line: 'F8-M1',
  block: 'RNCP28684BC01',
  blocks: 'RNCP28684BC01',
  scale: 'twenty',
  referenceScale: 'twenty',
  route: 'FC',
  routes: 'VAE',
  from: 'CQ',
  to: 'FC',
  toRoute: 'FC',
  number: 'RNCP28684',
  rulesId: 'reglement-28684',
  refused: 'MARKS_FROZEN',
  language: 'fr',
};

function valueOf(name: string, field: Field, variant: Variant): unknown {
  const codes = codesOf(field);
  const type = field.type.replace(/ or null$/, '');
  const code = codes[variant.choice % Math.max(1, codes.length)];
  if (type === 'Reason') return { code: code ?? 'swapped', text: sealedText(variant) };
  if (code !== undefined) return code;
  if (type.startsWith('Sealed')) return sealedText(variant);
  if (type === 'boolean') return variant.choice % 2 === 0;
  if (type === 'code') return CODES[name] ?? 'CODE-1';
  if (type === 'Outcome') return outcome(variant.choice);
  return SAMPLES[type] ?? {};
}

function outcome(choice: number): object {
  if (choice % 3 === 1) return { kind: 'absence', justified: choice % 2 === 0, document: 'CERT-0042' };
  if (choice % 3 === 2) return { kind: 'exemption', authority: SAMPLES.Authority };
  return { kind: 'result', result: SAMPLES.Result };
}

function sealedText({ sealed }: Variant): unknown {
  if (sealed === 'open') return 'Tel que dit.';
  if (sealed === 'erased') return { erased: true };
  const uuid = SAMPLES.uuid;
  return { alg: 'A256GCM', keyId: uuid, sealId: uuid, ciphertext: 'bm9uY2U=' };
}
