import { logged } from '@minutier/testing';

import { caseStudyAssessed, CANDIDACY_ID, corrected, enrolled } from '../../candidacy/src/candidacy.examples.js';
import type { AuditItem } from './audit-trail.projection.js';
import type { CandidacyFacts } from './story-gathering.js';
import { evaluationStory } from './story-selection.js';

let ordinal = 0;
function item(type: string, data: object, stream = `candidacy-${CANDIDACY_ID}`): AuditItem {
  ordinal += 1;
  const { id, meta, effectiveAt, version, revision } = logged(stream, { type, data }, { id: `e-${ordinal}`, ordinal });
  const { actor, commandId, correlationId, causationId, recordedAt } = meta;
  const times = { recordedAt, occurredAt: null, effectiveAt };
  return {
    id,
    type,
    version,
    stream,
    revision,
    ordinal,
    ...times,
    actor,
    commandId,
    correlationId,
    causationId,
    simulated: false,
    data,
  };
}

const { evaluationId, modality, occurrence, attempt } = caseStudyAssessed().data;
const place = { modality, occurrence, attempt };
const none: Omit<CandidacyFacts, 'own'> = {
  candidacyId: CANDIDACY_ID,
  elsewhere: [],
  cohort: [],
  rules: [],
  framework: [],
  centres: [],
};
const start = [item('Enrolled', enrolled().data), item('CaseStudyAssessed', caseStudyAssessed().data)];

/** Types of the story of the case study, beside what is always told. */
function storyWith(...own: readonly AuditItem[]): string[] {
  const types = evaluationStory({ ...none, own: [...start, ...own] }, evaluationId).map(({ type }) => type);
  return types.slice(2);
}

describe('the story of an evaluation', () => {
  it('holds what changed it, and nothing of another evaluation', () => {
    const other = { ...caseStudyAssessed().data, evaluationId: 'other', modality: 'F9-M9' };
    const change = item('EvaluationCorrected', corrected().data);
    const otherChange = item('EvaluationCorrected', { ...corrected().data, evaluationId: 'other' });
    expect(storyWith(item('CaseStudyAssessed', other), otherChange, change)).toEqual(['EvaluationCorrected']);
  });

  it('holds what lies under it, and what became of that', () => {
    const about = { kind: 'evaluation', id: evaluationId };
    expect(
      storyWith(
        item('EvidenceAttached', { evidenceId: 'piece', about }),
        item('EvidenceAttached', { evidenceId: 'elsewhere', about: { kind: 'evaluation', id: 'other' } }),
        item('EvidenceReplaced', { evidenceId: 'better', replaces: 'piece' }),
        item('EvidencePurged', { evidenceId: 'better' }),
        item('EvidencePurged', { evidenceId: 'elsewhere' }),
      ),
    ).toEqual(['EvidenceAttached', 'EvidenceReplaced', 'EvidencePurged']);
  });

  it('holds an incident of its place, and all that followed from it', () => {
    expect(
      storyWith(
        item('IncidentReported', { incidentId: 'i', evaluationId: null, ...place }),
        item('CandidateSummoned', { summonsId: 's', purpose: 'hearing', incidentId: 'i' }),
        item('CandidateHeard', { incidentId: 'i', summonsId: 's' }),
        item('SanctionDecided', { sanctionId: 'x', incidentId: 'i', evaluations: [evaluationId] }),
        item('EvaluationVoided', { evaluationId, sanctionId: 'x' }),
        item('SanctionLifted', { sanctionId: 'x' }),
        item('IncidentReported', { incidentId: 'j', evaluationId: null, ...place, occurrence: occurrence + 1 }),
      ),
    ).toEqual([
      'IncidentReported',
      'CandidateSummoned',
      'CandidateHeard',
      'SanctionDecided',
      'EvaluationVoided',
      'SanctionLifted',
    ]);
  });

  it('holds the freezes of its session, and no other’s', () => {
    const { session } = caseStudyAssessed().data;
    const types = storyWith(item('MarksFrozen', { session }), item('MarksFrozen', { session: session + 1 }));
    expect(types).toEqual(['MarksFrozen']);
  });

  it('holds the line of the group work that it came from, with its header', () => {
    const origin = { kind: 'group-work', id: 'g', line: 1 };
    const own = [start[0]!, item('RolePlayAssessed', { ...caseStudyAssessed().data, origin })];
    const elsewhere = [
      item('GroupRolePlayAssessed', { groupWorkId: 'g', ...place }, 'groupwork-g'),
      item('GroupWorkLineAssessed', { groupWorkId: 'g', line: 1, candidacyId: CANDIDACY_ID }, 'groupwork-g'),
      item('GroupWorkLineAssessed', { groupWorkId: 'h', line: 1, candidacyId: CANDIDACY_ID }, 'groupwork-h'),
    ];
    const story = evaluationStory({ ...none, own, elsewhere }, evaluationId);
    expect(story.map(({ type, stream }) => `${type} ${stream.split('-')[1]}`).slice(2)).toEqual([
      'GroupRolePlayAssessed g',
      'GroupWorkLineAssessed g',
    ]);
  });

  it('holds the rules of its line, in the versions that it names, and those of every line', () => {
    const version = 1;
    const of = (type: string, data: object, stream = 'rules-reglement-28684') =>
      item(type, { version, ...data }, stream);
    const rules = [
      of('RulesAdopted', {}),
      of('ModalityRuleAdopted', { modality }),
      of('ModalityRuleAdopted', { modality: 'F9-M9' }),
      of('MarkingRuleAdopted', { modality: null }),
      of('MarkingRuleAdopted', { modality: 'F9-M9' }),
      of('DeadlineAdopted', {}),
      of('RulesAdopted', { version: 2 }),
      of('RulesAdopted', {}, 'rules-autre'),
    ];
    const story = evaluationStory({ ...none, own: start, rules }, evaluationId);
    expect(story.slice(2).map(({ type }) => type)).toEqual([
      'RulesAdopted',
      'ModalityRuleAdopted',
      'MarkingRuleAdopted',
    ]);
  });
});
