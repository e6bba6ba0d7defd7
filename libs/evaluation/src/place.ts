import {
  type BlindMarks,
  type Conduct,
  type EnrolledCandidacy,
  type EndedRefusal,
  evaluationIdOf,
  evaluationsOf,
  type FrozenRefusal,
  isExcludedOn,
  nextEntry,
  type Origin,
  refusedFrozen,
} from '@minutier/candidacy';
import { coveredBy, findModality, modalitiesOf, ownOrGeneral, type Rules } from '@minutier/framework';
import { type Refusal, refuse } from '@minutier/ledger';

import type { ConductInput } from './assessment-input.js';
import { isMarkedBlind } from './blind.js';
import type { SealedAssessment } from './sealed-assessment.js';
import type { Frame } from './frame.js';

export type PlaceRefusal =
  | 'EVALUATION_ALREADY_RECORDED'
  | 'ATTEMPT_OUT_OF_ORDER'
  | 'ATTEMPTS_EXHAUSTED'
  | 'PLACE_COVERED'
  | 'BLIND_MARKS_INCOMPLETE'
  | 'HELD_BEFORE_ENTRY'
  | 'CANDIDACY_SUSPENDED'
  | 'SANCTION_BARS'
  | 'ACCOMMODATION_NOT_GRANTED'
  | 'ASSESSOR_LINKED'
  | Exclude<EndedRefusal, 'CANDIDACY_NOT_FOUND'>
  | FrozenRefusal;

type Placed = Pick<
  SealedAssessment,
  'modality' | 'occurrence' | 'attempt' | 'session' | 'heldOn' | 'accommodationIds'
> & {
  readonly outcome?: { readonly kind: string };
};

/**
 * Why a place cannot be filled: it is, it is not the next, the rules allow no more attempts, something covers the line,
 * or it is marked blind. A place that was emptied is filled again under the next entry.
 */
export function refusedPlace(
  placed: Placed,
  candidacy: EnrolledCandidacy,
  { framework, rules }: Pick<Frame, 'framework' | 'rules'>,
  origin: Origin | undefined,
): Refusal<PlaceRefusal> | undefined {
  const { modality, occurrence, attempt } = placed;
  const inForce = [...evaluationsOf(candidacy).values()].filter(
    (one) => one.modality === modality && one.occurrence === occurrence,
  );
  if (inForce.some((one) => one.attempt === attempt)) {
    return refuse(
      'EVALUATION_ALREADY_RECORDED',
      '/attempt',
      `L’épreuve ${occurrence} de la ligne ${modality} est déjà enregistrée pour cette tentative : corrigez-la.`,
      `Evaluation ${occurrence} of line ${modality} is recorded already for this attempt: correct it.`,
    );
  }
  const next = Math.max(0, ...inForce.map((one) => one.attempt)) + 1;
  if (attempt > next) {
    return refuse(
      'ATTEMPT_OUT_OF_ORDER',
      '/attempt',
      `La prochaine tentative est la n° ${next}.`,
      `The next attempt is number ${next}.`,
    );
  }
  const attemptsMax = ownOrGeneral(rules.attemptRules, modality)?.attemptsMax ?? null;
  if (attemptsMax !== null && attempt > attemptsMax && !isGranted(placed, candidacy)) {
    return refuse(
      'ATTEMPTS_EXHAUSTED',
      '/attempt',
      `Le règlement admet ${attemptsMax} tentative(s) sur la ligne ${modality}.`,
      `The rules allow ${attemptsMax} attempt(s) on line ${modality}.`,
    );
  }
  if (isCovered(modality, coveringOf(candidacy), framework, rules)) {
    return refuse(
      'PLACE_COVERED',
      '/modality',
      `La ligne ${modality} est couverte par une équivalence ou par un bloc conservé.`,
      `Line ${modality} is covered by an equivalence or by a block carried over.`,
    );
  }
  // Nobody marks an absence; what moves here from another file was marked there. Only marks begun at this very place keep it out.
  const isMarked = placed.outcome === undefined || placed.outcome.kind === 'result';
  const ruled = isMarked && origin?.kind !== 'reattribution' && isMarkedBlind(modality, framework, rules);
  const blind = blindMarksAt(candidacy, placed) !== undefined || ruled;
  if (blind && origin?.kind !== 'blind-marks') {
    return refuse(
      'BLIND_MARKS_INCOMPLETE',
      '/modality',
      `La ligne ${modality} est corrigée en double aveugle : la note naît de la dernière note déposée.`,
      `Line ${modality} is marked blind: the mark comes from the last mark submitted.`,
    );
  }
  return undefined;
}

/** The blind marks begun at a place. */
export function blindMarksAt(candidacy: EnrolledCandidacy, place: Placed): BlindMarks | undefined {
  const entry = nextEntry(candidacy, place);
  return candidacy.blindMarks.get(evaluationIdOf(candidacy.candidacyId, { ...place, entry }));
}

function isGranted({ modality, occurrence, attempt, heldOn }: Placed, { attemptsGranted }: EnrolledCandidacy): boolean {
  return attemptsGranted.some(
    (one) =>
      one.modality === modality &&
      one.occurrence === occurrence &&
      one.attempt === attempt &&
      (one.until === null || heldOn <= one.until),
  );
}

/** What covers lines without a mark: equivalences in force, and codes of blocks carried over. */
export interface Covering {
  readonly equivalences: readonly { readonly level: 'block' | 'function' | 'modality'; readonly code: string }[];
  readonly carriedBlocks: readonly string[];
}

function coveringOf({ equivalences, carryOvers }: EnrolledCandidacy): Covering {
  return {
    equivalences: [...equivalences.values()],
    carriedBlocks: [...carryOvers.values()].map(({ block }) => block),
  };
}

/** Whether equivalences or blocks carried over stand for a line: of the fiche, or for all that a line of the rules replaces. */
export function isCovered(
  modality: string,
  covering: Covering,
  framework: Frame['framework'],
  { substituteLines }: Pick<Rules, 'substituteLines'>,
): boolean {
  if (findModality(framework, modality)) return isLineCovered(modality, covering, framework);
  const substitute = substituteLines.find(({ line }) => line === modality);
  const replaced = substitute ? coveredBy(substitute, framework) : [];
  return replaced.length > 0 && replaced.every((line) => isLineCovered(line, covering, framework));
}

/** A line of the fiche is covered by what is granted for it, or for whatever it is a part of. */
function isLineCovered(
  line: string,
  { equivalences, carriedBlocks }: Covering,
  framework: Frame['framework'],
): boolean {
  const { functionCode, blockCode } = modalitiesOf(framework).find(({ modality }) => modality.id === line)!;
  const codes = { block: blockCode, function: functionCode, modality: line };
  return equivalences.some(({ level, code }) => codes[level] === code) || carriedBlocks.includes(blockCode);
}

/** Why nothing can be recorded on a day: before the entry, after the departure, in a leave, under an exclusion, after the freeze. */
export function refusedTime(
  { session, heldOn, accommodationIds = [] }: Placed,
  candidacy: EnrolledCandidacy,
): Refusal<PlaceRefusal> | undefined {
  const { enteredOn, departure, suspended } = candidacy;
  const frozen = refusedFrozen(candidacy, session, '/session');
  if (frozen) return frozen;
  const early = refusedBeforeEntry(heldOn, enteredOn);
  if (early) return early;
  if (departure && heldOn >= departure.on)
    return refuse(
      'CANDIDACY_ENDED',
      '/heldOn',
      `Cette candidature a pris fin le ${departure.on}.`,
      `This candidacy ended on ${departure.on}.`,
    );
  if (suspended && heldOn >= suspended.from)
    return refuse(
      'CANDIDACY_SUSPENDED',
      '/heldOn',
      `Cette candidature est suspendue depuis le ${suspended.from}.`,
      `This candidacy is suspended since ${suspended.from}.`,
    );
  if (isExcludedOn(candidacy, heldOn))
    return refuse(
      'SANCTION_BARS',
      '/heldOn',
      'Une exclusion est en cours à cette date.',
      'An exclusion runs on this day.',
    );
  return refusedAccommodations(accommodationIds, heldOn, candidacy);
}

/** Nobody is assessed before the journey began. */
export function refusedBeforeEntry(
  heldOn: string,
  enteredOn: string,
  at = '',
): Refusal<'HELD_BEFORE_ENTRY'> | undefined {
  if (heldOn >= enteredOn) return undefined;
  return refuse(
    'HELD_BEFORE_ENTRY',
    `${at}/heldOn`,
    `Le candidat n’est entré que le ${enteredOn}.`,
    `The candidate entered on ${enteredOn} only.`,
  );
}

/** Only what was granted for that day may have been applied. */
export function refusedAccommodations(
  accommodationIds: readonly string[],
  heldOn: string,
  { accommodations }: EnrolledCandidacy,
  at = '',
): Refusal<'ACCOMMODATION_NOT_GRANTED'> | undefined {
  const notGranted = accommodationIds.findIndex((id) => !isInForce(accommodations.get(id), heldOn));
  if (notGranted === -1) return undefined;
  return refuse(
    'ACCOMMODATION_NOT_GRANTED',
    `${at}/accommodationIds/${notGranted}`,
    'Cet aménagement n’est pas accordé à cette date.',
    'This accommodation is not granted on this day.',
  );
}

function isInForce(
  granted: { readonly from: string; readonly until: string | null } | undefined,
  day: string,
): boolean {
  return granted !== undefined && day >= granted.from && (granted.until === null || day <= granted.until);
}

/** A declared tie may keep an assessor from this candidate. */
export function refusedLinks(
  conduct: ConductInput | Conduct | null | undefined,
  { assessorLinks }: EnrolledCandidacy,
): Refusal<'ASSESSOR_LINKED'> | undefined {
  const barred = new Set(
    [...assessorLinks.values()].flatMap(({ assessorId, mayAssess, cleared }) =>
      mayAssess || cleared ? [] : [assessorId],
    ),
  );
  const index = conduct?.assessors.findIndex(({ assessorId }) => barred.has(assessorId)) ?? -1;
  if (index === -1) return undefined;
  return refuse(
    'ASSESSOR_LINKED',
    `/conduct/assessors/${index}/assessorId`,
    'Un lien déclaré écarte cet évaluateur de ce candidat.',
    'A declared tie keeps this assessor from this candidate.',
  );
}
