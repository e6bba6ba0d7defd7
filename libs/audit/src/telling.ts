import type { FrameworkReference, RulesReference } from '@minutier/framework';

import type { AuditItem } from './audit-trail.projection.js';
import { AUTHORITIES, KINDS, PLACES, type Words } from './code-words.js';
import { dayInWords, hourInWords, listed, momentInWords, of, sentences } from './french.js';
import { centreInWords, entitlementInWords, frameworkInWords, Labels, rulesInWords } from './labels.js';
import { REASONS } from './reason-words.js';
import { REFUSALS } from './refusal-words.js';
import type { EventSetting, StoryFrame } from './story-frame.js';

type Fields = Readonly<Record<string, unknown>>;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
/** What a code says that is younger than these words. */
export const NOT_KNOWN = 'non précisé par cette version';
const INSTANT = /^\d{4}-\d{2}-\d{2}T/;

/**
 * An event, or a part of it, on its way into words. Everything is read defensively: an event may be younger than its
 * sentence, and a sentence that misses a field leaves it out rather than naming it.
 */
export class Telling {
  constructor(
    readonly type: string,
    private readonly data: Fields,
    readonly frame: StoryFrame,
    readonly setting: EventSetting,
  ) {}

  static of({ type, data }: Pick<AuditItem, 'type' | 'data'>, frame: StoryFrame, setting: EventSetting): Telling {
    return new Telling(type, data as Fields, frame, setting);
  }

  has(field: string): boolean {
    return this.data[field] !== undefined && this.data[field] !== null;
  }

  is(field: string): boolean {
    return this.data[field] === true;
  }

  /** A code, a reference or a public text as it stands; empty where there is none. */
  text(field: string): string {
    const value = this.data[field];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  }

  number(field: string): number {
    const value = this.data[field];
    return typeof value === 'number' ? value : 0;
  }

  texts(field: string): string[] {
    const value = this.data[field];
    return Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];
  }

  /** A part of the event. */
  part(field: string): Telling | undefined {
    const value = this.data[field];
    return isFields(value) ? new Telling(this.type, value, this.frame, this.#settingWithin()) : undefined;
  }

  parts(field: string): Telling[] {
    const value = this.data[field];
    const items = Array.isArray(value) ? value.filter(isFields) : [];
    return items.map((one) => new Telling(this.type, one, this.frame, this.#settingWithin()));
  }

  /** «12 mars 2019». */
  day(field: string): string {
    const value = this.text(field);
    return DAY.test(value) ? dayInWords(value) : 'une date qui n’est pas indiquée';
  }

  /** «12 mars 2019 à 9 h 30». */
  moment(field: string): string {
    const value = this.text(field);
    return INSTANT.test(value) ? momentInWords(value) : 'une heure qui n’est pas indiquée';
  }

  hour(field: string): string {
    const value = this.text(field);
    return INSTANT.test(value) ? hourInWords(value) : 'une heure qui n’est pas indiquée';
  }

  /** What a code says; a code that this version does not know is not named. */
  word(words: Words, field: string): string {
    return words[this.text(field)] ?? NOT_KNOWN;
  }

  words(words: Words, field: string): string {
    return listed(this.texts(field).map((code) => words[code] ?? NOT_KNOWN));
  }

  /** « (pièce CONV-2018-0031) », or nothing. */
  document(field = 'document', noun = 'pièce'): string {
    return this.has(field) ? ` (${noun} ${this.text(field)})` : '';
  }

  /** A sealed text that was opened; what was erased says so; nothing where there is none or it stays sealed. */
  quoted(field: string): string {
    const value = this.data[field];
    if (typeof value === 'string' && value !== '') return `« ${value} »`;
    return isFields(value) && value.erased === true ? '(texte effacé)' : '';
  }

  get candidate(): string {
    return this.frame.candidate ?? 'le candidat';
  }

  /** «de Camille MARTIN», «du candidat». */
  get ofCandidate(): string {
    return of(this.candidate);
  }

  /** Labels under the versions that the event names or, where it names none, that held then. */
  get labels(): Labels {
    const { rules: adopted, framework: published } = this.#settingWithin();
    const rules = adopted ? this.frame.rules.get(adopted.id)?.[adopted.version - 1] : undefined;
    const own = referenceIn(this.data.framework, 'number') as FrameworkReference | undefined;
    const { number, version } = own ?? rules?.framework ?? published ?? {};
    const framework = number === undefined ? undefined : this.frame.frameworks.get(number)?.[version! - 1];
    return new Labels(this.frame, framework, rules);
  }

  person(field: string): string {
    return this.#named(this.text(field));
  }

  people(field: string): string {
    return listed(this.texts(field).map((id) => this.#named(id)));
  }

  /** «le conseil pédagogique (pièce PV-CP-2018-06)»; empty where none is stated. */
  authority(field = 'authority'): string {
    const authority = this.part(field);
    return authority ? `${authority.word(AUTHORITIES, 'code')}${authority.document()}` : '';
  }

  /** «erreur de saisie : « … »»; empty where none is stated. */
  reason(field = 'reason'): string {
    const reason = this.part(field);
    if (!reason) return '';
    const code = REASONS[reason.text('code')] ?? 'motif que cette version ne connaît pas';
    const text = reason.quoted('text');
    return text === '' ? code : `${code} : ${text}`;
  }

  refusal(field = 'refused'): string {
    return REFUSALS[this.text(field)] ?? 'une règle que cette version ne connaît pas';
  }

  /** «RNCP28684 « Chef de projet… » (version 1)». */
  framework(field = 'framework'): string {
    const reference = this.part(field);
    return reference
      ? frameworkInWords(this.frame, reference.text('number'), reference.number('version'))
      : 'un référentiel';
  }

  /** «règlement reglement-28684, version 1, adopté le 28 juin 2018 par le conseil pédagogique (pièce …)». */
  rules(field = 'rules'): string {
    const reference = this.part(field);
    if (!reference) return 'règlement';
    return rulesInWords(this.frame, reference.text('id'), reference.number('version'));
  }

  /** «la ligne F1-M1 « … » (fonction F1 « … », bloc RNCP28684BC03 « … »)». */
  line(field = 'modality', where = true): string {
    return this.lineOf(this.text(field), where);
  }

  lineOf(code: string, where = true): string {
    return this.labels.line(code, where);
  }

  /** «bloc RNCP28684BC01 « Mesurer… »»: code and label always stand together (A11). */
  block(field = 'block'): string {
    return this.labels.block(this.text(field));
  }

  blocks(field = 'blocks'): string {
    return listed(this.texts(field).map((code) => this.labels.block(code)));
  }

  /** «14,50 sur 20», «A (acquis)». */
  result(field = 'result'): string {
    const result = this.part(field);
    return result ? this.labels.mark(result.text('scale'), result.text('value')) : 'aucune note';
  }

  /** «14,50 sur 20», «absence justifiée (pièce …)», «dispense accordée par …». */
  outcome(field = 'outcome'): string {
    const outcome = this.part(field);
    switch (outcome?.text('kind') ?? '') {
      case 'result':
        return outcome!.result();
      case 'absence':
        return `absence ${outcome!.is('justified') ? 'justifiée' : 'injustifiée'}${outcome!.document()}`;
      case 'exemption':
        return `dispense accordée par ${outcome!.authority()}`;
      default:
        return 'aucun résultat';
    }
  }

  /** «la session 1». */
  session(field = 'session'): string {
    return `la session ${this.text(field)}`;
  }

  /** «épreuve n° 1, tentative n° 1, session 1»: what is stated of it. */
  place(): string {
    const parts = [
      this.has('occurrence') && `épreuve n° ${this.text('occurrence')}`,
      this.has('attempt') && `tentative n° ${this.text('attempt')}`,
      this.has('session') && `session ${this.text('session')}`,
      this.number('entry') > 1 && `saisie n° ${this.text('entry')}`,
    ];
    return parts.filter((one): one is string => one !== false).join(', ');
  }

  /** An evaluation that an event names by its id: «la ligne F1-M1 « … », épreuve n° 1, tentative n° 1». */
  evaluation(field = 'evaluationId'): string {
    return this.evaluationOf(this.text(field));
  }

  evaluationOf(id: string): string {
    const place = this.frame.evaluations.get(id);
    if (!place) return 'une évaluation de ce dossier';
    const { modality, occurrence, attempt } = place;
    return `l’évaluation de ${this.lineOf(modality, false)}, épreuve n° ${occurrence}, tentative n° ${attempt}`;
  }

  cohort(field = 'cohortId'): string {
    const code = this.frame.cohorts.get(this.text(field));
    return code === undefined ? 'une autre promotion' : `la promotion ${code}`;
  }

  /** Who ran it: «l’organisme certificateur lui-même», «le centre PARIS-1 (SIRET 123 456 789 00012)». */
  centre(field = 'centreId'): string {
    if (!this.has(field)) return 'l’organisme certificateur lui-même';
    return centreInWords(this.frame.centres.get(this.text(field)));
  }

  /** Whether the centre was entitled on the day of a field; empty where the certifier acted itself. */
  entitlement(scope: 'prepare' | 'evaluate', dayField: string, field = 'centreId'): string {
    const day = this.text(dayField);
    const number = this.labels.framework?.number ?? this.setting.framework?.number;
    if (!this.has(field) || !DAY.test(day) || number === undefined) return '';
    return entitlementInWords(this.frame.centres.get(this.text(field)), { scope, number, day });
  }

  /** «en salle CHABROL-201». */
  spot(field = 'place'): string {
    const place = this.part(field);
    return place ? `${place.word(PLACES, 'kind')}${place.has('code') ? ` (${place.text('code')})` : ''}` : '';
  }

  kind(field = 'kind'): string {
    return this.word(KINDS, field);
  }

  /** Before the freeze, under it, or after it was lifted: «who changed this mark, before or after the freeze?». */
  freeze(): string {
    const place = this.frame.evaluations.get(this.text('evaluationId'));
    const session = place?.session ?? (this.has('session') ? this.number('session') : null);
    if (session === null) return '';
    const marks = `Les notes de la session ${session}`;
    if (this.setting.freeze === 'frozen') return `${marks} étaient alors arrêtées.`;
    if (this.setting.freeze === 'lifted') return `L’arrêté des notes de la session ${session} était alors levé.`;
    return `${marks} n’étaient pas encore arrêtées.`;
  }

  readonly all = sentences;

  #named(id: string): string {
    return this.frame.people.get(id) ?? 'une personne dont le coffre ne connaît pas le nom';
  }

  /** Parts of an event are read under the rules that the event itself names. */
  #settingWithin(): EventSetting {
    const rules = referenceIn(this.data.rules, 'id') as RulesReference | undefined;
    const framework = referenceIn(this.data.framework, 'number') as FrameworkReference | undefined;
    return rules || framework
      ? { ...this.setting, ...(rules && { rules }), ...(framework && { framework }) }
      : this.setting;
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function referenceIn(value: unknown, key: 'id' | 'number'): { readonly version: number } | undefined {
  return isFields(value) && typeof value[key] === 'string' && typeof value.version === 'number'
    ? (value as { version: number })
    : undefined;
}
