import { specification } from '@minutier/testing';

import type { BlockPublished, FrameworkPublished } from '../framework.events.js';
import { fiche, publication, published } from '../framework.examples.js';
import { frameworkStream } from '../framework.state.js';
import { publishFramework } from './publish-framework.decide.js';

const { given } = specification(frameworkStream, publishFramework);
const [header, ...blocks] = published() as [FrameworkPublished, ...BlockPublished[]];
const lines = blocks.flatMap(({ data }) => data.functions.flatMap(({ modalities }) => modalities));

describe('publishing fiche RNCP 28684', () => {
  it('records the fiche and its three blocks in one append', () => {
    const facts = given().when(publication()).facts();
    expect(facts.map(({ type }) => type)).toEqual(['FrameworkPublished', ...Array<string>(3).fill('BlockPublished')]);
    expect(header.data).toMatchObject({
      number: 'RNCP28684',
      version: 1,
      blockCount: 3,
      source: { sha256: fiche().source.sha256 },
    });
  });

  it('quotes the title, the authority and the registration of the Journal Officiel', () => {
    expect(header.data).toMatchObject({
      titleExact: 'Chargé(e) de communication 360°',
      authorityExact: 'IPL (ISEFAC Paris Lille)',
      signatoryExact: 'Directeur',
      level: { nomenclature1969: 'II', europe: 6 },
      registration: { effectFrom: '2011-06-01', validUntil: '2020-07-19', durationYears: 3, orderDate: '2017-07-07' },
    });
  });

  it('keeps the typos of the source beside the label as it should read', () => {
    expect(header.data.nsf[0]).toMatchObject({
      labelExact: "Spécialites plurivalentes de la communication et de l'information",
      label: "Spécialités plurivalentes de la communication et de l'information",
    });
    expect(blocks[1]!.data.labelExact).toBe('Piloterla réalisation du projet de communication 360°');
    expect(blocks[1]!.data.label).toBe('Piloter la réalisation du projet de communication 360°');
    const f2 = blocks[2]!.data.functions.find(({ code }) => code === 'F2')!;
    expect(f2.labelExact).toContain('choisirles supports');
    expect(f2.label).toContain('choisir les supports');
  });

  it('counts 25 lines, of which 17 give a number, for 20 evaluations', () => {
    expect(lines).toHaveLength(25);
    expect(lines.filter(({ count }) => count !== null)).toHaveLength(17);
    expect(lines.reduce((sum, { count }) => sum + (count ?? 0), 0)).toBe(20);
    expect(lines.filter(({ count }) => count === null).every(({ kind }) => kind === 'exercises')).toBe(true);
  });

  it('opens every access route but apprenticeship, each with a head of programme and four professionals', () => {
    const open = header.data.routes.filter((route) => route.open);
    expect(open.map(({ code }) => code)).toEqual(['FI', 'FC', 'CQ', 'CL', 'VAE']);
    for (const { juryMembers } of open) expect(juryMembers.map(({ count }) => count)).toEqual([1, 4]);
    expect(header.data.routes.find(({ code }) => code === 'CA')).toMatchObject({
      exact: "En contrat d'apprentissage",
      open: false,
      juryExact: null,
      ambiguities: ['A01'],
    });
  });

  it('names, of the 20 ambiguities of the reading, those that touch a route or a line', () => {
    const known = fiche().ambiguities.map(({ id }) => id);
    expect(known).toEqual(Array.from({ length: 20 }, (_, index) => `A${String(index + 1).padStart(2, '0')}`));
    const named = [...header.data.routes, ...lines].flatMap(({ ambiguities }) => ambiguities);
    expect([...new Set(named)].sort()).toEqual(['A01', 'A03', 'A04', 'A05', 'A06', 'A07', 'A08', 'A09', 'A10']);
    expect(lines.find(({ id }) => id === 'F4-M2')!.ambiguities).toEqual(['A06', 'A07']);
  });

  it('records the partial clause with the blocks that it lists, by code (A12)', () => {
    expect(header.data.partialClause).toEqual({
      exact: 'La certification ne pourra être partiellement obtenue que sur validation des deux blocs suivants :',
      blocks: ['RNCP28684BC03', 'RNCP28684BC02'],
    });
    expect(blocks.map(({ data }) => data.inPartialClause)).toEqual([false, true, true]);
  });
});

describe('a fiche that does not count what it says', () => {
  it.each(['blocks', 'functions', 'modalityLines', 'countedLines', 'uncountedLines', 'countedAssessments'] as const)(
    'is refused at its total of %s',
    (total) => {
      given()
        .when(publication(({ totals }) => void (totals[total] += 1)))
        .thenRefuses('FICHE_COUNT_WRONG', `/document/totals/${total}`);
    },
  );

  it.each(['linesByKind', 'assessmentsByKind'] as const)('is refused at its %s', (table) => {
    given()
      .when(publication(({ totals }) => void (totals[table]['case-study'] = 1)))
      .thenRefuses('FICHE_COUNT_WRONG', `/document/totals/${table}/case-study`);
    given()
      .when(publication(({ totals }) => void delete totals[table]['oral-defence']))
      .thenRefuses('FICHE_COUNT_WRONG', `/document/totals/${table}/oral-defence`);
  });

  it('is refused at the jury whose members are not as many as it says', () => {
    given()
      .when(publication(({ accessRoutes }) => void (accessRoutes[3]!.jury!.total = 6)))
      .thenRefuses('FICHE_COUNT_WRONG', '/document/accessRoutes/3/jury/total');
  });

  it('is refused when a line is left out', () => {
    given()
      .when(publication(({ blocks: [first] }) => void first!.functions[0]!.modalities.pop()))
      .thenRefuses('FICHE_COUNT_WRONG', '/document/totals/modalityLines');
  });
});

describe('a fiche that refers to what it does not hold', () => {
  it('is refused at a block whose activity is not there', () => {
    given()
      .when(publication(({ blocks: [, second] }) => void (second!.activity = 9)))
      .thenRefuses('FICHE_REFERENCE_BROKEN', '/document/blocks/1/activity');
  });

  it('is refused at a block whose functions are not those of its activity', () => {
    given()
      .when(publication(({ blocks: [first] }) => void (first!.functions[0]!.number = 7)))
      .thenRefuses('FICHE_REFERENCE_BROKEN', '/document/blocks/0/functions');
  });

  it('is refused at a partial clause that lists an unknown block', () => {
    given()
      .when(
        publication(
          ({
            partialCertification: {
              blocsAsNumberedInDescriptive: [, second],
            },
          }) => void (second!.code = 'RNCP28684BC09'),
        ),
      )
      .thenRefuses('FICHE_REFERENCE_BROKEN', '/document/partialCertification/blocsAsNumberedInDescriptive/1/code');
  });

  it('is refused when a block, a function, a line or a route stands twice', () => {
    const spoilt: [pointer: string, Parameters<typeof publication>[0]][] = [
      ['/document/blocks', ({ blocks: [first, second] }) => void (second!.code = first!.code)],
      ['/document/blocks', ({ blocks: [first] }) => void (first!.functions[1]!.code = 'F8')],
      ['/document/blocks', ({ blocks: [first] }) => void (first!.functions[0]!.modalities[1]!.id = 'F8-M1')],
      ['/document/accessRoutes', ({ accessRoutes: [first, second] }) => void (second!.code = first!.code)],
    ];
    for (const [pointer, spoil] of spoilt) {
      given().when(publication(spoil)).thenRefuses('FICHE_REFERENCE_BROKEN', pointer);
    }
  });
});

describe('a fiche whose registration ends before it begins', () => {
  it('is refused at its last day', () => {
    given()
      .when(publication(({ fiche: { registration } }) => void (registration.validUntil = '2011-05-31')))
      .thenRefuses('REGISTRATION_DATES_REVERSED', '/document/fiche/registration/validUntil');
  });
});

describe('publishing again', () => {
  it('refuses the source that the last version was read from', () => {
    given(...published())
      .when(publication())
      .thenRefuses('FICHE_ALREADY_PUBLISHED', '/document/source/sha256');
  });

  it('gives another reading of the fiche the next version', () => {
    const facts = given(...published())
      .when(publication(({ source }) => void (source.sha256 = 'b'.repeat(64))))
      .facts();
    expect(facts.map(({ data }) => 'version' in data && data.version)).toEqual([2, 2, 2, 2]);
  });
});
