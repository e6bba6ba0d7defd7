import { specification } from '@minutier/testing';

import { adoptRules, type AdoptRulesRefusal } from './adopt-rules/adopt-rules.decide.js';
import { framework } from './framework.examples.js';
import { adoption, rules } from './rules.examples.js';
import { rulesStream } from './rules.state.js';
import type { JuryProfileInput } from './rules-juries-input.js';

const { given } = specification(rulesStream, adoptRules);
type Changes = Parameters<typeof adoption>[0];
const adopting = (changes: Changes) => given().when(adoption(changes), framework());

const profile = (code: string, changes: Partial<JuryProfileInput> = {}): JuryProfileInput => ({
  profile: code,
  routes: ['FI'],
  juryKinds: ['certification', 'corrective'],
  seats: [
    { role: 'head-of-programme', count: 1, professional: false },
    { role: 'professional', count: 4, professional: true },
  ],
  membersMin: 3,
  professionalsMin: 2,
  professionalShareMin: '0.5',
  externalShareMin: '0.5',
  balanceRequired: false,
  presidentRequired: true,
  proxiesPerJurorMax: 0,
  majority: 'absolute-present',
  castingVote: true,
  adviceRequired: false,
  ...changes,
});

describe('the juries of rules that name none', () => {
  const { juryProfiles, linkConsequences } = rules();
  const consequence = (code: string, link: string) =>
    linkConsequences.find((one) => one.profile === code && one.link === link)?.consequence;

  it('are those of the fiche: the head of the programme and four professionals, on every open route', () => {
    expect(juryProfiles.map((one) => [one.profile, one.routes])).toEqual([
      ['title', ['FI', 'FC', 'CQ', 'CL']],
      ['vae-r335-8', ['VAE']],
      ['vae-d6412-6', ['VAE']],
    ]);
    for (const { seats } of juryProfiles) {
      expect(seats).toEqual([
        { role: 'head-of-programme', count: 1, professional: false },
        { role: 'professional', count: 4, professional: true },
      ]);
    }
    expect(juryProfiles[0]).toMatchObject({ legalBasis: 'RNCP28684', membersMin: 3, presidentRole: null });
  });

  it('follow, for VAE, the law of the day on which the journey began', () => {
    const [, before, since] = juryProfiles;
    expect(before).toMatchObject({ journeyFrom: null, journeyUntil: '2024-04-12', professionalShareMin: '0.25' });
    expect(since).toMatchObject({ journeyFrom: '2024-04-13', journeyUntil: null, castingVote: true });
    for (const one of [before, since]) expect(one).toMatchObject({ balanceRequired: true, adviceRequired: true });
  });

  it('would be accepted if an institution adopted them by name', () => {
    const given = { juryProfiles: juryProfiles.map((one) => JSON.parse(JSON.stringify(one)) as JuryProfileInput) };
    expect(rules(given).juryProfiles).toEqual(juryProfiles);
  });

  it('let nobody vote on whom he taught; the fiche itself seats the head of the programme', () => {
    expect(consequence('title', 'trainer')).toBe('excluded-from-case');
    expect(consequence('title', 'head-of-programme')).toBe('none');
    expect(consequence('vae-r335-8', 'accompanied')).toBe('excluded-from-case');
    expect(consequence('vae-d6412-6', 'accompanied')).toBe('excluded-from-jury');
    expect(linkConsequences).toHaveLength(27);
  });

  it('are as many as the fiche words: routes whose juries differ have profiles of their own', () => {
    const routes = framework().routes.map((route) =>
      route.code === 'CL'
        ? { ...route, juryMembers: [{ role: 'Élu du conseil', count: 3, professional: false }] }
        : route,
    );
    const { juryProfiles: worded } = rules({}, framework({ routes }));
    expect(worded.map((one) => one.profile)).toEqual(['title-1', 'title-2', 'vae-r335-8', 'vae-d6412-6']);
    expect(worded[1]).toMatchObject({
      seats: [{ role: 'elu-du-conseil', count: 3, professional: false }],
      membersMin: 2,
      professionalsMin: 0,
      professionalShareMin: '0',
    });
  });
});

describe('jury profiles that are adopted', () => {
  it('get the consequences of ties that fit them, unless these are named too', () => {
    const both = { juryProfiles: [profile('own'), profile('vae', { routes: ['VAE'], legalBasis: 'D6412-6' })] };
    const named = { profile: 'own', link: 'trainer', consequence: 'none' } as const;
    expect(rules(both).linkConsequences).toContainEqual({ ...named, consequence: 'excluded-from-case' });
    expect(rules(both).linkConsequences).toContainEqual({
      profile: 'vae',
      link: 'trainer',
      consequence: 'excluded-from-jury',
    });
    expect(rules({ ...both, linkConsequences: [named] }).linkConsequences).toEqual([named]);
  });

  it('may follow each other in time, or serve different kinds of jury', () => {
    const inTime = [profile('old', { journeyUntil: '2024-04-12' }), profile('new', { journeyFrom: '2024-04-13' })];
    expect(rules({ juryProfiles: inTime }).juryProfiles).toHaveLength(2);
    const byKind = [profile('c', { juryKinds: ['certification'] }), profile('k', { juryKinds: ['corrective'] })];
    expect(rules({ juryProfiles: byKind }).juryProfiles).toHaveLength(2);
  });

  const refusals: [sentence: string, JuryProfileInput[], AdoptRulesRefusal, pointer: string][] = [
    ['under one code', [profile('a'), profile('a', { routes: ['FC'] })], 'RULE_REPEATED', '/1/profile'],
    [
      'that end before they begin',
      [profile('a', { journeyFrom: '2024-04-13', journeyUntil: '2024-04-12' })],
      'DATES_REVERSED',
      '/0/journeyUntil',
    ],
    [
      'for the same route, kind and date',
      [profile('a'), profile('b', { routes: ['FC', 'FI'] })],
      'PROFILE_OVERLAPS',
      '/1',
    ],
    [
      'that share one day',
      [profile('a', { journeyUntil: '2024-04-13' }), profile('b', { journeyFrom: '2024-04-13' })],
      'PROFILE_OVERLAPS',
      '/1',
    ],
    [
      'with one seat named twice',
      [profile('a', { seats: [...profile('a').seats, profile('a').seats[0]!] })],
      'RULE_REPEATED',
      '/0/seats/2/role',
    ],
    ['of fewer seats than must be present', [profile('a', { membersMin: 6 })], 'SEATS_BELOW_QUORUM', '/0/membersMin'],
    [
      'of fewer professionals than must be present',
      [profile('a', { professionalsMin: 5 })],
      'SEATS_BELOW_QUORUM',
      '/0/professionalsMin',
    ],
    [
      'of a smaller share of professionals than they ask',
      [profile('a', { professionalShareMin: '0.81' })],
      'SEATS_BELOW_QUORUM',
      '/0/professionalShareMin',
    ],
    [
      'of more outsiders than members',
      [profile('a', { externalShareMin: '50' })],
      'SEATS_BELOW_QUORUM',
      '/0/externalShareMin',
    ],
    [
      'presided by a seat that they have not',
      [profile('a', { presidentRole: 'rector' })],
      'SEATS_BELOW_QUORUM',
      '/0/presidentRole',
    ],
  ];

  it.each(refusals)('are refused %s', (_sentence, juryProfiles, code, pointer) => {
    adopting({ juryProfiles }).thenRefuses(code, `/juryProfiles${pointer}`);
  });

  it('are refused ties of a profile that is not there, or the same tie twice', () => {
    const tie = { profile: 'title', link: 'trainer', consequence: 'none' } as const;
    adopting({ linkConsequences: [tie, { ...tie, profile: 'own' }] }).thenRefuses(
      'PROFILE_UNKNOWN',
      '/linkConsequences/1/profile',
    );
    adopting({ linkConsequences: [tie, { ...tie, consequence: 'excluded-from-case' }] }).thenRefuses(
      'CONSEQUENCE_REPEATED',
      '/linkConsequences/1/link',
    );
  });
});
