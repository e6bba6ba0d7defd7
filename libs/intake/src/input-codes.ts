import type { Wording } from '@minutier/ledger';

/** Codes of faults in what was sent, before any rule of the domain is asked. Stable: programs test for them. */
export const INPUT_CODES = {
  FIELD_MISSING: { fr: 'Ce champ est obligatoire.', en: 'This field is required.' },
  FIELD_UNKNOWN: { fr: 'Ce champ n’existe pas ici.', en: 'This field does not exist here.' },
  NOT_A_UUID: { fr: 'Un identifiant UUID est attendu.', en: 'A UUID is expected.' },
  NOT_A_CIVIL_DATE: {
    fr: 'Une date existante est attendue, au format AAAA-MM-JJ.',
    en: 'A date that exists is expected, as YYYY-MM-DD.',
  },
  NOT_AN_INSTANT: {
    fr: 'Un instant est attendu, avec son fuseau (par exemple 2019-03-12T09:30:00Z).',
    en: 'An instant with its offset is expected (for example 2019-03-12T09:30:00Z).',
  },
  NOT_A_DECIMAL: {
    fr: 'Un nombre décimal écrit entre guillemets est attendu, sans exposant (par exemple "14.50").',
    en: 'A decimal number written as a string is expected, without exponent (for example "14.50").',
  },
  NOT_AN_INTEGER: { fr: 'Un nombre entier est attendu.', en: 'A whole number is expected.' },
  OUT_OF_RANGE: { fr: 'Ce nombre est hors des bornes.', en: 'This number is out of bounds.' },
  NUMBER_INEXACT: {
    fr: 'Ce nombre n’est pas un entier exact : les décimaux s’écrivent entre guillemets (par exemple "14.50").',
    en: 'This number is not an exact whole number: decimals are written as strings (for example "14.50").',
  },
  NOT_A_BOOLEAN: { fr: 'true ou false est attendu.', en: 'true or false is expected.' },
  NOT_A_CHOICE: { fr: 'Cette valeur n’est pas dans la liste admise.', en: 'This value is not in the list.' },
  NOT_A_CODE: {
    fr: 'Un code ou une référence est attendu : 1 à 64 lettres sans accent, chiffres et . _ / -',
    en: 'A code or reference is expected: 1 to 64 unaccented letters, digits and . _ / -',
  },
  NOT_A_TEXT: {
    fr: 'Un texte non vide est attendu, sans caractère de contrôle, dans la longueur admise.',
    en: 'A text is expected, not empty, without control characters, within the allowed length.',
  },
  NOT_AN_OBJECT: { fr: 'Un objet JSON est attendu.', en: 'A JSON object is expected.' },
  NOT_A_LIST: { fr: 'Une liste est attendue.', en: 'A list is expected.' },
  LIST_SIZE: { fr: 'Cette liste a trop ou trop peu d’éléments.', en: 'This list has too many or too few items.' },
  DOCUMENT_MALFORMED: {
    fr: 'Le document n’a pas la forme « fiche-rncp/1 » à cet endroit.',
    en: 'The document is not of the form “fiche-rncp/1” at this place.',
  },
  JSON_MALFORMED: { fr: 'Le corps de la requête n’est pas du JSON.', en: 'The body is not JSON.' },
  KEY_FORBIDDEN: {
    fr: 'Le corps contient une clé interdite (__proto__ ou constructor.prototype).',
    en: 'The body holds a forbidden key (__proto__ or constructor.prototype).',
  },
  CHARACTER_FORBIDDEN: {
    fr: 'Un texte contient un caractère nul ou un demi-caractère Unicode.',
    en: 'A text holds a null character or half a Unicode character.',
  },
  NESTING_TOO_DEEP: {
    fr: 'Le corps emboîte des objets ou des listes sur plus de 64 niveaux.',
    en: 'The body nests objects or lists more than 64 levels deep.',
  },
  BODY_TOO_LARGE: { fr: 'Le corps de la requête est trop grand.', en: 'The body is too large.' },
  MEDIA_TYPE_UNSUPPORTED: { fr: 'Le corps doit être envoyé en application/json.', en: 'Send application/json.' },
  NOT_A_FILE: {
    fr: 'Un fichier est attendu, tel quel, en application/octet-stream.',
    en: 'A file is expected, as it is, sent as application/octet-stream.',
  },
  IDEMPOTENCY_KEY_MALFORMED: {
    fr: 'L’en-tête Idempotency-Key doit être un UUID.',
    en: 'The Idempotency-Key header must be a UUID.',
  },
  CORRELATION_ID_MALFORMED: {
    fr: 'L’en-tête Correlation-Id doit être un UUID.',
    en: 'The Correlation-Id header must be a UUID.',
  },
  IF_MATCH_MALFORMED: {
    fr: 'L’en-tête If-Match doit être un ETag reçu de ce serveur, par exemple "12".',
    en: 'The If-Match header must be an ETag of this server, for example "12".',
  },
  HOST_FORBIDDEN: {
    fr: 'Ce serveur ne répond qu’à cette machine, sous le nom localhost ou 127.0.0.1.',
    en: 'This server answers this machine only, under the name localhost or 127.0.0.1.',
  },
  ACTOR_MISSING: {
    fr: 'Les en-têtes Minutier-Actor et Minutier-Role doivent dire qui agit.',
    en: 'The headers Minutier-Actor and Minutier-Role must say who acts.',
  },
  ACTOR_UNKNOWN: {
    fr: 'Cet acteur n’est pas connu du coffre, ou pas dans ce rôle.',
    en: 'The vault does not know this actor, or not in this role.',
  },
  CURSOR_MALFORMED: { fr: 'Ce curseur ne vient pas de ce serveur.', en: 'This cursor does not come from this server.' },
  ROUTE_UNKNOWN: { fr: 'Cette adresse n’existe pas.', en: 'This address does not exist.' },
  NOT_FOUND: { fr: 'Rien n’est enregistré sous cet identifiant.', en: 'Nothing is recorded under this id.' },
  FAULT: {
    fr: 'Le serveur a rencontré un défaut ; rien d’autre que ce qui est acquitté n’est enregistré.',
    en: 'The server met a fault; nothing but what was acknowledged is recorded.',
  },
} satisfies Record<string, Wording>;

export type InputCode = keyof typeof INPUT_CODES;

/** One fault of the input: where, and what. `pointer` is a JSON pointer into the body; `parameter` a query parameter or header. */
export interface InputFault {
  readonly code: InputCode;
  readonly pointer?: string;
  readonly parameter?: string;
}

/** What was sent cannot be a command or a question. Mend it and send it again; nothing was written. */
export class InputInvalid extends Error {
  readonly retryable = false;
  constructor(
    readonly faults: readonly [InputFault, ...InputFault[]],
    readonly status = 400,
  ) {
    super(faults.map(({ code, pointer, parameter }) => `${code} ${pointer ?? parameter ?? ''}`).join(', '));
  }
}
