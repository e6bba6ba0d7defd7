import { JURY_KINDS, JURY_LINKS } from './rules-policies.js';
import type { AccessRoute, Route } from './framework.events.js';
import type { Framework } from './framework.state.js';
import type { JuryProfile, LinkConsequence } from './rules.state.js';

/** Decree 2024-332: journeys begun from this day are under D6412-6; R335-8 is for those before. */
const VAE_REFORM = { lastDayBefore: '2024-04-12', firstDay: '2024-04-13', legalBasis: 'D6412-6' } as const;

const SEATS: Readonly<Record<string, string>> = {
  'responsable de filière': 'head-of-programme',
  professionnel: 'professional',
  professionnels: 'professional',
};

/**
 * The juries that the fiche words, route by route, with the least that guides ask where no text does: more than half of
 * the seats, half of them professionals, half of them from outside, a president who decides a tie. The law of VAE is
 * dated, so the VAE route has two.
 */
export function defaultJuryProfiles(framework: Framework): readonly JuryProfile[] {
  const worded = framework.routes.filter(({ open, juryMembers }) => open && juryMembers.length > 0);
  const byJury = new Map<string, { readonly seats: JuryProfile['seats']; readonly routes: Route[] }>();
  for (const route of worded.filter(({ code }) => code !== 'VAE')) {
    const seats = seatsOf(route);
    const key = JSON.stringify(seats);
    const same = byJury.get(key) ?? { seats, routes: [] };
    byJury.set(key, { ...same, routes: [...same.routes, route.code] });
  }
  const titles = [...byJury.values()].map(({ seats, routes }, index) => ({
    ...profileOf(seats, routes),
    profile: byJury.size === 1 ? 'title' : `title-${index + 1}`,
    legalBasis: framework.number,
  }));
  const vae = worded.find(({ code }) => code === 'VAE');
  return [...titles, ...(vae ? vaeProfiles(seatsOf(vae)) : [])];
}

function vaeProfiles(seats: JuryProfile['seats']): readonly JuryProfile[] {
  const vae = { ...profileOf(seats, ['VAE']), balanceRequired: true, adviceRequired: true };
  const professionals = professionalsOf(seats);
  return [
    {
      ...vae,
      profile: 'vae-r335-8',
      legalBasis: 'R335-8',
      journeyUntil: VAE_REFORM.lastDayBefore,
      professionalsMin: Math.min(2, professionals),
      professionalShareMin: professionals * 4 >= countOf(seats) ? '0.25' : '0',
      externalShareMin: '0',
    },
    {
      ...vae,
      profile: 'vae-d6412-6',
      legalBasis: VAE_REFORM.legalBasis,
      journeyFrom: VAE_REFORM.firstDay,
      professionalsMin: Math.min(1, professionals),
      professionalShareMin: '0',
    },
  ];
}

function profileOf(seats: JuryProfile['seats'], routes: readonly Route[]): JuryProfile {
  const members = countOf(seats);
  const professionals = professionalsOf(seats);
  const membersMin = Math.floor(members / 2) + 1;
  return {
    profile: 'title',
    legalBasis: null,
    routes,
    journeyFrom: null,
    journeyUntil: null,
    juryKinds: JURY_KINDS,
    seats,
    membersMin,
    professionalsMin: Math.min(Math.ceil(membersMin / 2), professionals),
    professionalShareMin: professionals * 2 >= members ? '0.5' : '0',
    externalShareMin: '0.5',
    balanceRequired: false,
    presidentRequired: true,
    presidentRole: null,
    proxiesPerJurorMax: 0,
    majority: 'absolute-present',
    castingVote: true,
    adviceRequired: false,
  };
}

function seatsOf({ juryMembers }: AccessRoute): JuryProfile['seats'] {
  return juryMembers.map(({ role, count, professional }) => ({ role: seatOf(role), count, professional }));
}

/** The code of a seat that the fiche words; of one that is not known, its words as a code. */
function seatOf(role: string): string {
  const words = role.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  const code = words.replace(/[^a-z0-9]+/g, '-').replace(/^-|-$/g, '');
  return SEATS[role] ?? (code.slice(0, 64) || 'member');
}

function countOf(seats: JuryProfile['seats']): number {
  return seats.reduce((sum, { count }) => sum + count, 0);
}

function professionalsOf(seats: JuryProfile['seats']): number {
  return countOf(seats.filter(({ professional }) => professional));
}

/**
 * A juror with a tie to the candidate sits, and does not deliberate on that case; D6412-6 wants nobody on the jury who
 * has one. The fiche itself seats the head of the programme, and having assessed a candidate is no tie.
 */
export function defaultLinkConsequences(profiles: readonly JuryProfile[]): readonly LinkConsequence[] {
  return profiles.flatMap(({ profile, legalBasis }) =>
    JURY_LINKS.map((link) => ({
      profile,
      link,
      consequence:
        link === 'head-of-programme' || link === 'assessed'
          ? ('none' as const)
          : legalBasis === VAE_REFORM.legalBasis
            ? ('excluded-from-jury' as const)
            : ('excluded-from-case' as const),
    })),
  );
}
