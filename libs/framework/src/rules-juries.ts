import { Decimal } from 'decimal.js';

import { type Refusal, refuse } from '@minutier/ledger';

import type { Framework } from './framework.state.js';
import type { JuryProfile, LinkConsequence, RulesItems } from './rules.state.js';
import type { JuryProfileInput, LinkConsequenceInput } from './rules-juries-input.js';
import { defaultJuryProfiles, defaultLinkConsequences } from './rules-jury-defaults.js';
import { ruledTwice, secondOf } from './rules-refusals.js';

export type JuryRefusal =
  | 'PROFILE_OVERLAPS'
  | 'SEATS_BELOW_QUORUM'
  | 'PROFILE_UNKNOWN'
  | 'CONSEQUENCE_REPEATED'
  | 'RULE_REPEATED'
  | 'DATES_REVERSED';

interface JuryInputs {
  readonly juryProfiles?: readonly JuryProfileInput[];
  readonly linkConsequences?: readonly LinkConsequenceInput[];
}

/** Which juries decide, and who of them on whom; left out: the juries of the fiche, and ties as guides see them. */
export function juryItems(
  inputs: JuryInputs,
  framework: Framework,
): Pick<RulesItems, 'juryProfiles' | 'linkConsequences'> | Refusal<JuryRefusal> {
  const juryProfiles = inputs.juryProfiles?.map(profileFrom) ?? defaultJuryProfiles(framework);
  for (const [index, profile] of (inputs.juryProfiles ? juryProfiles : []).entries()) {
    const refusal = refusedProfile(profile, `/juryProfiles/${index}`, juryProfiles.slice(0, index));
    if (refusal) return refusal;
  }
  const linkConsequences = inputs.linkConsequences?.map(({ profile, link, consequence }): LinkConsequence => ({
    profile,
    link,
    consequence,
  }));
  if (!linkConsequences) return { juryProfiles, linkConsequences: defaultLinkConsequences(juryProfiles) };
  return refusedLinks(linkConsequences, juryProfiles) ?? { juryProfiles, linkConsequences };
}

function profileFrom(input: JuryProfileInput): JuryProfile {
  return {
    profile: input.profile,
    legalBasis: input.legalBasis ?? null,
    routes: [...input.routes],
    journeyFrom: input.journeyFrom ?? null,
    journeyUntil: input.journeyUntil ?? null,
    juryKinds: [...input.juryKinds],
    seats: input.seats.map(({ role, count, professional }) => ({ role, count, professional })),
    membersMin: input.membersMin,
    professionalsMin: input.professionalsMin,
    professionalShareMin: input.professionalShareMin,
    externalShareMin: input.externalShareMin,
    balanceRequired: input.balanceRequired,
    presidentRequired: input.presidentRequired,
    presidentRole: input.presidentRole ?? null,
    proxiesPerJurorMax: input.proxiesPerJurorMax,
    majority: input.majority,
    castingVote: input.castingVote,
    adviceRequired: input.adviceRequired,
  };
}

function refusedProfile(
  profile: JuryProfile,
  at: string,
  before: readonly JuryProfile[],
): Refusal<JuryRefusal> | undefined {
  if (before.some((one) => one.profile === profile.profile)) return ruledTwice(`${at}/profile`);
  const { journeyFrom, journeyUntil, seats } = profile;
  if (journeyFrom !== null && journeyUntil !== null && journeyUntil < journeyFrom)
    return refuse(
      'DATES_REVERSED',
      `${at}/journeyUntil`,
      'La fin précède le début.',
      'The end precedes the beginning.',
    );
  const overlapped = before.find((one) => overlaps(one, profile));
  if (overlapped)
    return refuse(
      'PROFILE_OVERLAPS',
      at,
      `Le profil ${overlapped.profile} couvre déjà une de ces voies, pour ce type de jury et à la même date.`,
      `Profile ${overlapped.profile} covers one of these routes already, for this kind of jury and date.`,
    );
  const seatTwice = secondOf(seats, ({ role }) => role);
  if (seatTwice !== undefined) return ruledTwice(`${at}/seats/${seatTwice}/role`);
  const unmet = unmetBySeats(profile);
  return (
    unmet &&
    refuse(
      'SEATS_BELOW_QUORUM',
      `${at}/${unmet}`,
      'Tous les sièges pourvus, ce minimum ne serait pas atteint.',
      'With every seat filled this minimum would not be met.',
    )
  );
}

/** The first minimum that the seats cannot meet, even when all are filled. */
function unmetBySeats(profile: JuryProfile): keyof JuryProfile | undefined {
  const { seats, membersMin, professionalsMin, professionalShareMin, externalShareMin, presidentRole } = profile;
  const count = (of: typeof seats): number => of.reduce((sum, seat) => sum + seat.count, 0);
  const members = count(seats);
  const professionals = count(seats.filter(({ professional }) => professional));
  if (membersMin > members) return 'membersMin';
  if (professionalsMin > professionals) return 'professionalsMin';
  if (new Decimal(professionalShareMin).times(members).greaterThan(professionals)) return 'professionalShareMin';
  if (new Decimal(externalShareMin).greaterThan(1)) return 'externalShareMin';
  return presidentRole !== null && !seats.some(({ role }) => role === presidentRole) ? 'presidentRole' : undefined;
}

function overlaps(one: JuryProfile, other: JuryProfile): boolean {
  return (
    one.routes.some((route) => other.routes.includes(route)) &&
    one.juryKinds.some((kind) => other.juryKinds.includes(kind)) &&
    (one.journeyUntil === null || other.journeyFrom === null || other.journeyFrom <= one.journeyUntil) &&
    (other.journeyUntil === null || one.journeyFrom === null || one.journeyFrom <= other.journeyUntil)
  );
}

function refusedLinks(
  links: readonly LinkConsequence[],
  profiles: readonly JuryProfile[],
): Refusal<JuryRefusal> | undefined {
  const astray = links.findIndex(({ profile }) => !profiles.some((one) => one.profile === profile));
  if (astray !== -1)
    return refuse(
      'PROFILE_UNKNOWN',
      `/linkConsequences/${astray}/profile`,
      'Cette version n’a pas ce profil de jury.',
      'This version has no such jury profile.',
    );
  const twice = secondOf(links, ({ profile, link }) => `${profile} ${link}`);
  if (twice === undefined) return undefined;
  return refuse(
    'CONSEQUENCE_REPEATED',
    `/linkConsequences/${twice}/link`,
    'Ce lien a déjà sa conséquence dans ce profil.',
    'This tie has its consequence in this profile already.',
  );
}
