import type { AuditItem } from './audit-trail.projection.js';
import { ROLES } from './code-words.js';
import { COHORT_SENTENCES } from './cohort-sentences.js';
import { DECISION_SENTENCES } from './decision-sentences.js';
import { DISCIPLINE_SENTENCES } from './discipline-sentences.js';
import { ENROLMENT_SENTENCES } from './enrolment-sentences.js';
import { EVALUATION_SENTENCES } from './evaluation-sentences.js';
import { CENTRE_SENTENCES, FRAMEWORK_SENTENCES, LEDGER_SENTENCES } from './framework-sentences.js';
import { capital, ended, momentInWords } from './french.js';
import { GROUP_SENTENCES } from './group-sentences.js';
import { MARKS_SENTENCES } from './marks-sentences.js';
import { PERSON_SENTENCES } from './person-sentences.js';
import { RECOGNITION_SENTENCES } from './recognition-sentences.js';
import { RULES_SENTENCES } from './rules-sentences.js';
import type { SentenceTable } from './sentence-table.js';
import type { EventSetting, StoryFrame } from './story-frame.js';
import { Telling } from './telling.js';

/** One sentence maker per type of event; a test holds it against the catalogue. */
export const SENTENCES: SentenceTable = {
  ...LEDGER_SENTENCES,
  ...FRAMEWORK_SENTENCES,
  ...RULES_SENTENCES,
  ...CENTRE_SENTENCES,
  ...COHORT_SENTENCES,
  ...ENROLMENT_SENTENCES,
  ...EVALUATION_SENTENCES,
  ...MARKS_SENTENCES,
  ...DISCIPLINE_SENTENCES,
  ...RECOGNITION_SENTENCES,
  ...DECISION_SENTENCES,
  ...PERSON_SENTENCES,
  ...GROUP_SENTENCES,
};

/** An event in words: what it says, why, on whose authority, who recorded it and when. */
export interface ToldEvent {
  /** Name of its type in French. */
  readonly title: string;
  /** All of it, to be read aloud. */
  readonly sentence: string;
  readonly reason: string | null;
  readonly authority: string | null;
  readonly recordedBy: string;
}

type Recorded = Pick<AuditItem, 'type' | 'data' | 'actor' | 'recordedAt'>;

const UNTOLD: SentenceTable[string] = [
  'Autre fait',
  () => 'Un fait est enregistré, que cette version ne sait pas dire.',
];

/** Puts an event into words. Sealed texts are told as far as they were opened. */
export function told(event: Recorded, frame: StoryFrame, setting: EventSetting): ToldEvent {
  const say = Telling.of(event, frame, setting);
  const [title, tell] = SENTENCES[event.type] ?? UNTOLD;
  const [reason, authority] = [say.reason(), say.authority()];
  const recordedBy = recorderOf(event, frame);
  const sentence = say.all(
    capital(tell(say)),
    reason !== '' && ended(`Motif : ${reason}`),
    authority !== '' && `Décision prise par ${authority}.`,
    `Enregistré le ${momentInWords(event.recordedAt)} par ${recordedBy}.`,
  );
  return { title, sentence, reason: reason || null, authority: authority || null, recordedBy };
}

/** «Dominique LEFEVRE (scolarité)»; what the ledger did itself, as a consequence, is said so. */
function recorderOf({ actor }: Recorded, { people }: StoryFrame): string {
  if (actor.authentication === 'system') return 'le registre lui-même, en conséquence d’un autre fait';
  const role = ROLES[actor.role];
  return `${people.get(actor.id) ?? 'une personne dont le coffre ne connaît pas le nom'}${role === undefined ? '' : ` (${role})`}`;
}

/** The English name of a type is the type itself, in words. */
export function titleInEnglish(type: string): string {
  return capital(type.replace(/(?<=[a-z])([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`).toLowerCase());
}
