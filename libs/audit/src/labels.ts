import { type Framework, findLine, findModality, type Rules, type Scale, scaleOf } from '@minutier/framework';

import { type CentreHistory, entitlementOf } from './centre-history.js';
import { AUTHORITIES, LEVELS } from './code-words.js';
import { dayInWords, decimalInWords, listed } from './french.js';
import type { StoryFrame } from './story-frame.js';

/** Labels of the fiche and of the rules, under the versions that hold for one event. */
export class Labels {
  constructor(
    readonly frame: StoryFrame,
    readonly framework: Framework | undefined,
    readonly rules: Rules | undefined,
  ) {}

  /** «la ligne F1-M1 « … » (fonction F1 « … », bloc RNCP28684BC03 « … »)»; without its place where `where` is false. */
  line(code: string, where: boolean): string {
    const { framework, rules } = this;
    const line = framework && rules ? findLine(framework, rules, code) : undefined;
    const placed = framework && findModality(framework, code);
    const exact = line?.exact ?? placed?.modality.exact;
    const words = `la ligne ${code}${exact === undefined ? '' : ` « ${exact} »`}`;
    if (!where) return words;
    if (line?.replaces) {
      const { level, codes } = line.replaces;
      return `${words}, qui remplace ${listed(codes.map((one) => this.covered(level, one)))}`;
    }
    if (!placed) return words;
    return `${words} (${this.function(placed.functionCode)}, ${this.block(placed.blockCode)})`;
  }

  /** «bloc RNCP28684BC01 « Mesurer… »»: code and label always stand together (A11). */
  block(code: string): string {
    const label = this.#blocks().find((one) => one.code === code)?.label;
    return `bloc ${code}${label === undefined ? '' : ` « ${label} »`}`;
  }

  function(code: string): string {
    const found = this.#blocks()
      .flatMap(({ functions }) => functions)
      .find((one) => one.code === code);
    return `fonction ${code}${found === undefined ? '' : ` « ${found.label} »`}`;
  }

  /** What an equivalence or a substitute covers: a block, a function or a line. */
  covered(level: string, code: string): string {
    if (level === 'block') return `le ${this.block(code)}`;
    if (level === 'function') return `la ${this.function(code)}`;
    return LEVELS[level] === undefined ? code : this.line(code, false);
  }

  /** «14,50 sur 20», «A (acquis)»: by the scale of the rules. */
  mark(code: string, value: string): string {
    const scale = (this.rules && scaleOf(this.rules, code)) ?? this.#anyScale(code);
    if (!scale) return /^\d/.test(value) ? decimalInWords(value) : value;
    if (scale.kind === 'numeric') return `${decimalInWords(value, scale.step)} sur ${decimalInWords(scale.max)}`;
    const label = scale.levels.find((one) => one.code === value)?.label;
    return label === undefined ? value : `${value} (${label})`;
  }

  /** «la grille GRILLE-EC « Étude de cas » (version 1)». */
  grid(id: string, version: number): string {
    const label = this.#grid(id, version)?.labelExact;
    return `la grille ${id}${label === undefined ? '' : ` « ${label} »`} (version ${version})`;
  }

  criterion(gridId: string, gridVersion: number, code: string): string {
    const label = this.#grid(gridId, gridVersion)?.criteria.find((one) => one.code === code)?.labelExact;
    return label === undefined ? `critère ${code}` : `« ${label} »`;
  }

  #grid(id: string, version: number) {
    return this.rules?.grids.find((one) => one.gridId === id && one.gridVersion === version);
  }

  /** Where an event names no framework, the last one that the story knows labels its blocks. */
  #blocks(): Framework['blocks'] {
    return this.framework?.blocks ?? [...this.frame.frameworks.values()].at(-1)?.at(-1)?.blocks ?? [];
  }

  #anyScale(code: string): Scale | undefined {
    const versions = [...this.frame.rules.values()].flat();
    return versions.map((one) => scaleOf(one, code)).find((scale) => scale !== undefined);
  }
}

/** «RNCP28684 « Chef de projet… » (version 1)». */
export function frameworkInWords({ frameworks }: StoryFrame, number: string, version?: number): string {
  const versions = frameworks.get(number);
  const title = (version === undefined ? versions?.at(-1) : versions?.[version - 1])?.titleExact;
  return `${number}${title === undefined ? '' : ` « ${title} »`}${version ? ` (version ${version})` : ''}`;
}

/** «règlement reglement-28684, version 1, adopté le 28 juin 2018 par le conseil pédagogique (pièce …)». */
export function rulesInWords({ rules }: StoryFrame, id: string, version: number): string {
  const adopted = rules.get(id)?.[version - 1];
  const by = adopted && `, adopté le ${dayInWords(adopted.adoptedOn)} par ${authorityInWords(adopted.authority)}`;
  return `règlement ${id}, version ${version}${by ?? ''}`;
}

/** «le conseil pédagogique (pièce PV-CP-2018-06)». */
export function authorityInWords({
  code,
  document,
}: {
  readonly code: string;
  readonly document: string | null;
}): string {
  return `${AUTHORITIES[code] ?? 'une autorité'}${document === null ? '' : ` (pièce ${document})`}`;
}

/** «le centre PARIS-1 (SIRET 123 456 789 00012)». */
export function centreInWords({ code, siret }: CentreHistory = NO_CENTRE): string {
  if (code === null) return 'un centre qui n’est pas enregistré au registre';
  return `le centre ${code}${siret === null ? '' : ` (SIRET ${siret.replace(/^(\d{3})(\d{3})(\d{3})/, '$1 $2 $3 ')})`}`;
}

const NO_CENTRE: CentreHistory = { code: null, siret: null, habilitations: [] };

/** «Il était habilité à évaluer RNCP28684 ce jour-là (…).» */
export function entitlementInWords(
  history: CentreHistory = NO_CENTRE,
  asked: { readonly scope: 'prepare' | 'evaluate'; readonly number: string; readonly day: string },
): string {
  const verb = `à ${asked.scope === 'prepare' ? 'préparer' : 'évaluer'} ${asked.number}`;
  const found = entitlementOf(history, asked);
  switch (found.standing) {
    case 'entitled': {
      const until = found.until === null ? 'sans terme' : `jusqu’au ${dayInWords(found.until)}`;
      const proof = found.document === null ? '' : `, pièce ${found.document}`;
      return `Il était habilité ${verb} ce jour-là (habilitation à compter du ${dayInWords(found.from)}, ${until}${proof}).`;
    }
    case 'suspended':
      return `Son habilitation ${verb} était suspendue ce jour-là.`;
    case 'not-entitled':
      return `Il n’était pas habilité ${verb} ce jour-là.`;
    case 'unknown':
      return 'Le registre ne dit rien de son habilitation.';
  }
}
