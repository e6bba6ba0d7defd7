import type { Pin, RulesCommunicated } from '@minutier/cohort';

import type { CommunicationRow } from './rules-communications/rules-communications.projection.js';
import type { InformedCandidacyRow } from './rules-communications/informed-candidacies.projection.js';

/** How one candidate was told. */
export interface Told extends Pick<RulesCommunicated['data'], 'communicationId' | 'channel' | 'audience' | 'document'> {
  readonly on: string;
  readonly receipt: string | null;
}

/** A version that a cohort was pinned to, and how and when one candidate was told of it. */
export interface RulesTold extends Pin {
  /** The first day on which the candidate was told; null: nothing says that he was. */
  readonly toldOn: string | null;
  readonly told: readonly Told[];
}

/** Which rules applied, and when was the candidate told? One answer for each version that the cohort was pinned to. */
export function rulesTold(
  pins: readonly Pin[],
  communications: readonly CommunicationRow[],
  candidacy: InformedCandidacyRow,
): RulesTold[] {
  return pins.map((pin) => {
    const told = communications
      .filter(({ rules: { id, version } }) => id === pin.rules.id && version === pin.rules.version)
      .flatMap((communication) => toldBy(communication, candidacy));
    const [toldOn = null] = told.map(({ on }) => on).sort();
    return { ...pin, toldOn, told };
  });
}

/** A communication to the whole cohort reached everyone enrolled at that place of the log; another, those it lists. */
function toldBy(
  { communicationId, channel, audience, document, communicatedOn, ordinal }: CommunicationRow,
  { enrolledAt, informed }: InformedCandidacyRow,
): Told[] {
  const how = { communicationId, channel, audience, document };
  if (audience === 'whole-cohort') {
    return enrolledAt !== null && enrolledAt < ordinal ? [{ ...how, on: communicatedOn, receipt: null }] : [];
  }
  return informed
    .filter((one) => one.communicationId === communicationId)
    .map(({ informedOn, receipt }) => ({ ...how, on: informedOn, receipt }));
}
