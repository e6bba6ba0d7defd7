import { evaluationIdOf } from '@minutier/candidacy';

import type { StoryCandidate } from './cast.js';
import { MARRIED } from './identities.js';
import { reattributionIdOf } from './reattributions.js';
import { RULES_ID } from './rules.js';
import type { Story } from './story.js';

/** Where one would look, and what one sees there; a question that takes a body is given with it. */
export interface Address {
  readonly what: string;
  readonly url: string;
  readonly post?: { readonly headers: Readonly<Record<string, string>>; readonly body: object };
}

/** What of a story is worth looking at. */
export function addressesOf(url: string, { seed, cast, corrected }: Story): Address[] {
  const api = `${url}/api/v1`;
  const whoIs = (code: string): StoryCandidate => cast.candidates.find((one) => one.code === code)!;
  const personOf = (code: string): string => whoIs(code).personId;
  const fileOf = (code: string): string => `${api}/candidacies/${whoIs(code).candidacyId}`;
  const candidacyId = fileOf('C08').split('/').at(-1)!;
  const written = evaluationIdOf(candidacyId, { modality: 'F8-M1', occurrence: 1, attempt: 1, entry: 1 });
  const transcript = `${api}/candidacies/${corrected.candidacyId}/transcript`;
  const cohort = `${api}/cohorts/${cast.cohortId}`;
  return [
    { what: 'un relevé, dont une note a été corrigée', url: transcript },
    { what: 'le même, la minute avant la correction', url: `${transcript}?asOf=${corrected.minuteBefore}` },
    { what: 'tous les faits de ce dossier', url: `${api}/audit/events?candidacy=${corrected.candidacyId}` },
    {
      what: 'l’histoire de ce dossier, à lire à voix haute',
      url: `${api}/audit/story?of=candidacy:${corrected.candidacyId}`,
    },
    { what: 'ce qui attend quelqu’un', url: `${api}/tasks` },
    { what: 'la promotion : qui a quoi, quel résultat le règlement propose', url: `${cohort}/candidacies` },
    { what: 'ce qui manque à qui', url: `${cohort}/missing-marks` },
    { what: 'à qui il manque une note, et de combien', url: `${cohort}/borderline` },
    { what: 'un incident : signalé, entendu, sanctionné', url: `${fileOf('C08')}/standing` },
    {
      what: 'qui a tenu cette épreuve, et en avait le droit ce jour-là',
      url: `${fileOf('C08')}/evaluations/${written}/centre`,
    },
    { what: 'un arrêté des notes levé pour un rapport en retard', url: `${fileOf('C13')}/standing` },
    {
      what: 'deux notes interverties, rendues à leurs dossiers',
      url: `${api}/reattributions/${reattributionIdOf(seed)}`,
    },
    { what: 'une personne dont le nom a changé, version par version', url: `${api}/persons/${personOf(MARRIED)}` },
    { what: 'les blocs qu’une personne tient pour la vie', url: `${api}/persons/${personOf('C15')}/awards` },
    { what: 'le relevé d’un candidat par VAE, sur les lignes du règlement', url: `${fileOf('C18')}/transcript` },
    {
      what: 'quel règlement valait pour ce candidat, et quand on le lui a dit',
      url: `${cohort}/rules-communications?candidacy=${candidacyId}`,
    },
    {
      what: 'et si la deuxième version du règlement avait valu ? qui y perdrait un bloc',
      url: `${api}/rules/${RULES_ID}/what-if`,
      post: {
        headers: {
          'Minutier-Actor': cast.registrar.id,
          'Minutier-Role': 'registrar',
          'Content-Type': 'application/json',
        },
        body: { cohortId: cast.cohortId, version: 2 },
      },
    },
    { what: 'ce que l’API sait faire', url: `${api}/openapi.json` },
  ];
}

/** An address as one types it: in a browser, or for a question with a body in a terminal. */
export function typed({ url, post }: Address): string {
  if (!post) return url;
  const headers = Object.entries(post.headers).map(([name, value]) => `-H '${name}: ${value}'`);
  return `curl -s ${headers.join(' ')} -d '${JSON.stringify(post.body)}' ${url}`;
}
