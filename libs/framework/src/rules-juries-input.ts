import {
  ChoiceField,
  ChoicesField,
  CivilDateField,
  CodeField,
  DecimalField,
  FlagField,
  IntegerField,
  ListField,
} from '@minutier/intake';

import { type Route, ROUTES } from './framework.events.js';
import { JURY_KINDS, JURY_LINKS, LINK_CONSEQUENCES, MAJORITIES } from './rules-policies.js';

export class JurySeatInput {
  @CodeField({ description: 'Seat.', example: 'professional' })
  readonly role!: string;

  @IntegerField({ description: 'How many.', example: 4, min: 1, max: 50 })
  readonly count!: number;

  @FlagField({ description: 'Counts as a professional.', example: true })
  readonly professional!: boolean;
}

export class JuryProfileInput {
  @CodeField({ description: 'Code of the profile.', example: 'title' })
  readonly profile!: string;

  @CodeField({ description: 'Text that it follows; left out: the rules alone.', example: 'R335-8', optional: true })
  readonly legalBasis?: string;

  @ChoicesField(ROUTES, { description: 'Routes concerned.', example: ['FI', 'FC', 'CQ', 'CL'], min: 1 })
  readonly routes!: Route[];

  @CivilDateField({ description: 'Journeys begun from this day.', example: '2024-04-13', optional: true })
  readonly journeyFrom?: string;

  @CivilDateField({ description: 'Journeys begun until this day.', example: '2024-04-12', optional: true })
  readonly journeyUntil?: string;

  @ChoicesField(JURY_KINDS, { description: 'Kinds of jury.', example: ['certification', 'corrective'], min: 1 })
  readonly juryKinds!: (typeof JURY_KINDS)[number][];

  @ListField(() => JurySeatInput, { description: 'Composition required.', min: 1, max: 20 })
  readonly seats!: JurySeatInput[];

  @IntegerField({ description: 'Least members present for a case.', example: 3, min: 1, max: 50 })
  readonly membersMin!: number;

  @IntegerField({ description: 'Least professionals present.', example: 2, min: 0, max: 50 })
  readonly professionalsMin!: number;

  @DecimalField({ description: 'Least share of professionals, 0 to 1.', example: '0.5' })
  readonly professionalShareMin!: string;

  @DecimalField({ description: 'Least share of outsiders, 0 to 1.', example: '0.5' })
  readonly externalShareMin!: string;

  @FlagField({ description: 'Women and men must both sit in balance.', example: false })
  readonly balanceRequired!: boolean;

  @FlagField({ description: 'Nothing is deliberated without the president.', example: true })
  readonly presidentRequired!: boolean;

  @CodeField({
    description: 'Seat that presides; left out: appointed freely (A20).',
    example: 'professional',
    optional: true,
  })
  readonly presidentRole?: string;

  @IntegerField({ description: 'Proxies that one juror may hold.', example: 0, min: 0, max: 10 })
  readonly proxiesPerJurorMax!: number;

  @ChoiceField(MAJORITIES, { description: 'How a vote is carried.', example: 'absolute-present' })
  readonly majority!: (typeof MAJORITIES)[number];

  @FlagField({ description: 'The president’s voice decides a tie.', example: true })
  readonly castingVote!: boolean;

  @FlagField({ description: 'Advice is mandatory for each block not validated.', example: false })
  readonly adviceRequired!: boolean;
}

export class LinkConsequenceInput {
  @CodeField({ description: 'The jury profile.', example: 'title' })
  readonly profile!: string;

  @ChoiceField(JURY_LINKS, { description: 'Kind of tie.', example: 'trainer' })
  readonly link!: (typeof JURY_LINKS)[number];

  @ChoiceField(LINK_CONSEQUENCES, { description: 'What it entails.', example: 'excluded-from-case' })
  readonly consequence!: (typeof LINK_CONSEQUENCES)[number];
}
