import { HttpException } from '@nestjs/common';
import Negotiator from 'negotiator';

import { CommandRefused, LedgerFault, MomentMalformed, type Wording } from '@minutier/ledger';

import { INPUT_CODES, type InputCode, type InputFault, InputInvalid } from './input-codes.js';

/** RFC 9457, with a stable `code`, the field's `pointer`, and every fault of the input under `errors`. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  readonly detail: string;
  /** JSON pointer into the body. */
  readonly pointer?: string;
  /** Name of the query parameter, path parameter or header. */
  readonly parameter?: string;
  readonly errors?: readonly { code: string; detail: string; pointer?: string; parameter?: string }[];
}

type Language = keyof Wording;

const TITLES: Readonly<Record<number, Wording>> = {
  400: { fr: 'Demande invalide', en: 'Invalid request' },
  401: { fr: 'Acteur manquant', en: 'Actor missing' },
  403: { fr: 'Accès refusé', en: 'Access refused' },
  404: { fr: 'Introuvable', en: 'Not found' },
  409: {
    fr: 'Refusé par le règlement ou par l’état du registre',
    en: 'Refused by the rules or by the state of the ledger',
  },
  412: { fr: 'Le dossier a changé entre-temps', en: 'The file has changed meanwhile' },
  413: { fr: 'Trop grand', en: 'Too large' },
  415: { fr: 'Format non admis', en: 'Format not supported' },
  422: { fr: 'Identifiant de commande déjà employé', en: 'Command id already used' },
  500: { fr: 'Défaut du serveur', en: 'Server fault' },
  503: { fr: 'Momentanément indisponible', en: 'Unavailable for the moment' },
};

/** Faults of the ledger: their status, and what to do. */
const FAULTS: Readonly<Record<string, { status: number; because: Wording }>> = {
  REVISION_CONFLICT: {
    status: 412,
    because: {
      fr: 'Ce dossier a été modifié depuis que vous l’avez lu. Relisez-le, puis recommencez.',
      en: 'This file was changed since you read it. Read it again, then try again.',
    },
  },
  COMMAND_ID_REUSED: {
    status: 422,
    because: {
      fr: 'Cet Idempotency-Key a déjà servi pour un autre contenu. Donnez un nouvel identifiant à la nouvelle commande.',
      en: 'This Idempotency-Key was used for another content. Give the new command an id of its own.',
    },
  },
  STORE_UNAVAILABLE: {
    status: 503,
    because: {
      fr: 'Le registre n’a pas confirmé l’écriture. La même commande, avec le même Idempotency-Key, peut être renvoyée sans risque.',
      en: 'The ledger did not confirm the write. The same command with the same Idempotency-Key can safely be sent again.',
    },
  },
  STREAM_CONTENDED: {
    status: 503,
    because: {
      fr: 'Trop d’écritures simultanées sur ce dossier. Renvoyez la même commande dans un instant.',
      en: 'Too many simultaneous writes to this file. Send the same command again in a moment.',
    },
  },
  NOT_YET_PROJECTED: {
    status: 503,
    because: {
      fr: 'Les vues n’ont pas encore atteint ce point du registre. Redemandez dans un instant.',
      en: 'The views have not reached that point of the ledger yet. Ask again in a moment.',
    },
  },
  APPEND_TOO_LARGE: {
    status: 413,
    because: {
      fr: 'Cette commande dépasse ce qu’un acte peut contenir (48 Kio par fait, 768 Kio en tout).',
      en: 'This command exceeds what one act may hold (48 KiB a fact, 768 KiB in all).',
    },
  },
  FILE_TOO_LARGE: {
    status: 413,
    because: {
      fr: 'Ce fichier dépasse 25 Mio. Gardez-le ailleurs et donnez-en la référence, la taille et l’empreinte.',
      en: 'This file exceeds 25 MiB. Keep it elsewhere and give its reference, size and digest.',
    },
  },
  EVIDENCE_FILE_MISSING: {
    status: 500,
    because: {
      fr: 'Le fichier de cette pièce n’est plus dans le dossier des pièces, sans qu’aucune destruction soit enregistrée. Rétablissez-le depuis une sauvegarde.',
      en: 'The file of this evidence is no longer in the folder of evidence, and no destruction is recorded. Restore it from a backup.',
    },
  },
  EVIDENCE_FILE_ALTERED: {
    status: 500,
    because: {
      fr: 'Le fichier conservé n’est pas celui qui a été versé : son empreinte n’est pas celle du registre. Il n’est pas remis ; rétablissez-le depuis une sauvegarde.',
      en: 'The file kept is not the one that was attached: its digest is not the ledger’s. It is not handed out; restore it from a backup.',
    },
  },
  UNKNOWN_EVENT: {
    status: 503,
    because: {
      fr: 'Le registre contient un fait que cette version de Minutier ne connaît pas : mettez-la à jour.',
      en: 'The ledger holds a fact that this version of Minutier does not know: upgrade it.',
    },
  },
  ACTOR_ID_TAKEN: {
    status: 422,
    because: {
      fr: 'Cet Idempotency-Key a déjà servi pour un autre acteur. Donnez un nouvel identifiant à la nouvelle commande.',
      en: 'This Idempotency-Key was used for another actor. Give the new command an id of its own.',
    },
  },
  IDENTITY_VERSION_TAKEN: {
    status: 422,
    because: {
      fr: 'Cet Idempotency-Key a déjà servi pour une autre identité. Donnez un nouvel identifiant à la nouvelle commande.',
      en: 'This Idempotency-Key was used for another identity. Give the new command an id of its own.',
    },
  },
  PERSON_ERASED: {
    status: 409,
    because: {
      fr: 'La clé de cette personne a été détruite : plus rien de personnel ne peut être écrit sur elle.',
      en: 'This person’s key was destroyed: nothing personal can be written about them any more.',
    },
  },
};

/** Fastify's own faults, by its code. */
const FASTIFY: Readonly<Record<string, { code: InputCode; status: number }>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'BODY_TOO_LARGE', status: 413 },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: { code: 'MEDIA_TYPE_UNSUPPORTED', status: 415 },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: { code: 'JSON_MALFORMED', status: 400 },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'JSON_MALFORMED', status: 400 },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'JSON_MALFORMED', status: 400 },
};

/** The language of an answer: French, unless the caller prefers English. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const negotiator = new Negotiator({ headers: { 'accept-language': acceptLanguage ?? 'fr' } });
  return (negotiator.language(['fr', 'en']) ?? 'fr') as Language;
}

/** What an error is to its caller. Anything unforeseen is a FAULT that says nothing of its inside. */
export function problemOf(error: unknown, language: Language): Problem {
  if (error instanceof InputInvalid) return inputProblem(error.faults, error.status, language);
  if (error instanceof CommandRefused) {
    // 404 is about the address; what a field of the body names and is not there contradicts the ledger.
    const status = error.code.endsWith('_NOT_FOUND') && error.pointer === undefined ? 404 : 409;
    return problem(status, error.code, error.because, language, error.pointer);
  }
  if (error instanceof MomentMalformed) {
    const code = error.parameter === 'asOf' ? 'NOT_AN_INSTANT' : 'CURSOR_MALFORMED';
    return inputProblem([{ code, parameter: error.parameter }], 400, language);
  }
  if (error instanceof LedgerFault) {
    const known = FAULTS[error.code] ?? { status: 500, because: INPUT_CODES.FAULT };
    return problem(known.status, error.code, known.because, language);
  }
  return foreignProblem(error, language);
}

function foreignProblem(error: unknown, language: Language): Problem {
  // Nest wraps Fastify's faults in an exception of its own.
  const { code } = ((error instanceof HttpException ? error.cause : error) ?? {}) as { code?: string };
  const fastify = code === undefined ? undefined : FASTIFY[code];
  if (fastify) return inputProblem([{ code: fastify.code, pointer: '' }], fastify.status, language);
  if (error instanceof HttpException) {
    const status = error.getStatus();
    if (status === 404) return problem(404, 'ROUTE_UNKNOWN', INPUT_CODES.ROUTE_UNKNOWN, language);
    if (status === 415) return inputProblem([{ code: 'MEDIA_TYPE_UNSUPPORTED', pointer: '' }], 415, language);
    if (status < 500) return inputProblem([{ code: 'JSON_MALFORMED', pointer: '' }], 400, language);
  }
  return problem(500, 'FAULT', INPUT_CODES.FAULT, language);
}

function inputProblem(faults: readonly [InputFault, ...InputFault[]], status: number, language: Language): Problem {
  const [first] = faults;
  const errors = faults.map((fault) => ({ ...fault, detail: INPUT_CODES[fault.code][language] }));
  const { code, pointer, parameter } = first;
  const named = parameter === undefined ? {} : { parameter };
  return { ...problem(status, code, INPUT_CODES[code], language, pointer), ...named, errors };
}

function problem(status: number, code: string, because: Wording, language: Language, pointer?: string): Problem {
  return {
    type: `urn:minutier:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    title: (TITLES[status] ?? TITLES[500]!)[language],
    status,
    code,
    detail: because[language],
    ...(pointer === undefined ? {} : { pointer }),
  };
}
