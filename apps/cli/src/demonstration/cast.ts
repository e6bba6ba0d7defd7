import { candidacyIdOf } from '@minutier/candidacy';
import { derivedId } from '@minutier/ledger';

import { Dice } from './dice.js';

/** Id of the command that a step of a seed's story gives: the same whenever it is told. */
export function commandIdOf(seed: number, step: string): string {
  return derivedId('demonstration', seed, step);
}

export type StoryRoute = 'CQ' | 'FI' | 'FC' | 'CL' | 'VAE';

/** Somebody of the institution, known to the vault by a uuid. */
export interface Colleague {
  readonly step: string;
  readonly id: string;
  readonly name: string;
  readonly roles: readonly string[];
}

export interface StoryCandidate {
  /** C01… in the order of enrolment. */
  readonly code: string;
  readonly personId: string;
  readonly candidacyId: string;
  /** The route of enrolment. */
  readonly route: StoryRoute;
  /** Where the candidate is prepared. */
  readonly centre: 'paris' | 'lille';
  readonly identity: Readonly<Record<string, string>>;
  readonly contact: Readonly<Record<string, string>>;
  /** What he is worth on average, in quarters of a point. */
  readonly talent: number;
}

export interface Cast {
  readonly cohortId: string;
  readonly registrar: Colleague;
  readonly assessors: readonly Colleague[];
  readonly tutors: readonly Colleague[];
  /** Who hears a candidate about an incident. */
  readonly board: readonly Colleague[];
  readonly candidates: readonly StoryCandidate[];
  /** The name that one of them takes in the course of the year. */
  readonly marriedName: string;
}

const ROUTES: readonly StoryRoute[] = [
  ...Array<StoryRoute>(10).fill('CQ'),
  ...Array<StoryRoute>(4).fill('FI'),
  ...Array<StoryRoute>(2).fill('FC'),
  'CL',
  'VAE',
];
/** Seven of the eighteen are prepared in Lille. */
const IN_LILLE = new Set(['C03', 'C05', 'C08', 'C09', 'C13', 'C15', 'C17']);
const FAMILY_NAMES = [
  ...['ABADIE', 'BELKACEM', 'BOURGUIGNON', 'CARPENTIER', 'CHEVREUL', 'DA SILVA', 'DELAUNAY', 'DIALLO', 'ÉTIENNE'],
  ...['FERRAND', 'GAUDIN', 'HAMIDOU', 'JACQUEMIN', 'KERGOAT', 'LAGARDE', 'LE BIHAN', 'MARCHETTI', 'MBAYE', 'NGUYEN'],
  ...['OLIVEIRA', 'PÉRICHON', 'QUILLIET', 'RABEARIVELO', 'ROUSSEL', 'SCHMITT', 'TAVERNIER', 'VASSEUR', 'ZIMMERMANN'],
];
const WOMEN = [
  ...['Aïcha', 'Camille', 'Chloé', 'Élodie', 'Fatou', 'Inès', 'Jeanne', 'Léa', 'Lucie', 'Maëlle', 'Manon', 'Marion'],
  ...['Nadia', 'Océane', 'Pauline', 'Sarah', 'Soizic', 'Thu-Hà'],
];
const MEN = ['Adrien', 'Bastien', 'Corentin', 'Enzo', 'Karim', 'Loïc', 'Mathieu', 'Mehdi', 'Noé', 'Quentin', 'Tiago'];
const TOWNS = [
  'Amiens',
  'Bordeaux',
  'Créteil',
  'Dijon',
  'Lille',
  'Limoges',
  'Nantes',
  'Paris',
  'Quimper',
  'Strasbourg',
];
const COLLEAGUES = [
  ...['Dominique LEFEVRE', 'Claire AUBRY', 'Hervé MONTAGNAC', 'Samira BENALI', 'Étienne CLOAREC', 'Agnès VIDAL'],
  ...['Bruno SALVI', 'Hélène THIBAULT', 'Nathalie COURTOIS', 'Paul DESCHAMPS'],
];

/** Everybody in the story of a seed; nobody of them exists. */
export function castOf(seed: number): Cast {
  const colleague = (index: number, role: string): Colleague => {
    const step = `colleague ${index}`;
    const id = derivedId('actor', commandIdOf(seed, step));
    return { step, id, name: COLLEAGUES[index]!, roles: [role] };
  };
  const cohortId = derivedId('cohort', commandIdOf(seed, 'cohort'));
  const dice = new Dice(seed, 'cast');
  const familyNames = dice.shuffled(FAMILY_NAMES);
  const women = dice.shuffled(WOMEN);
  const men = dice.shuffled(MEN);
  const candidates = ROUTES.map((route, index): StoryCandidate => {
    const code = `C${String(index + 1).padStart(2, '0')}`;
    const personId = derivedId('person', commandIdOf(seed, `identity ${code}`));
    const woman = index % 3 !== 2;
    const firstNames = (woman ? women : men).pop()!;
    const birthName = familyNames.pop()!;
    return {
      code,
      personId,
      candidacyId: candidacyIdOf(cohortId, personId),
      route,
      centre: IN_LILLE.has(code) ? 'lille' : 'paris',
      identity: {
        birthName,
        firstNames,
        bornOn: bornOn(dice, route),
        birthPlace: dice.pick(TOWNS),
        birthCountry: 'France',
        sex: woman ? 'F' : 'M',
        // Some carry another name than the one that the certificate will print.
        ...(index === 14 ? { usualName: familyNames.pop()! } : {}),
      },
      contact: { email: `${mailName(firstNames)}.${mailName(birthName)}@example.org` },
      talent: dice.between(40, 64),
    };
  });
  return {
    cohortId,
    registrar: colleague(0, 'registrar'),
    assessors: [1, 2, 3, 4].map((index) => colleague(index, 'assessor')),
    tutors: [5, 6, 7].map((index) => colleague(index, 'company-tutor')),
    board: [8, 9].map((index) => colleague(index, 'administrator')),
    candidates,
    marriedName: familyNames.pop()!,
  };
}

function bornOn(dice: Dice, route: StoryRoute): string {
  const year = route === 'CQ' || route === 'FI' ? dice.between(1994, 1998) : dice.between(1976, 1990);
  const two = (number: number) => String(number).padStart(2, '0');
  return `${year}-${two(dice.between(1, 12))}-${two(dice.between(1, 28))}`;
}

function mailName(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{M}/gu, '');
  return plain.toLowerCase().replace(/[^a-z]+/g, '-');
}
