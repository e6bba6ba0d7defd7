import { specification } from '@minutier/testing';

import { frame, frameOfLevels } from '../assessment.examples.js';
import { groupExercises, groupExercisesAssessed, lineAssessed } from '../groupwork.examples.js';
import { groupWorkStream } from '../groupwork.state.js';
import { assessGroupExercises } from './assess-group-exercises.decide.js';

const { given } = specification(groupWorkStream, assessGroupExercises);
const { facts } = groupExercises();
type Changes = Parameters<typeof groupExercises>[0];
const assessing = (changes: Changes, within = frame()) => given().when(groupExercises(changes), within);
const [first, second] = facts.exercises;
const set = (...exercises: readonly (typeof first & object)[]) => ({ facts: { ...facts, exercises: [...exercises] } });

describe('assessing « Exercices pratiques, travail individuel et/ou de groupe et écrit » of a group', () => {
  it('is accepted whole: the exercises, the group’s result and a line for each member', () => {
    assessing({}).then(groupExercisesAssessed(), lineAssessed(1), lineAssessed(2));
  });

  it('may be any of the sets of a line without a number', () => {
    expect(assessing({ occurrence: 7 }).facts()).toHaveLength(3);
  });

  it('shows an exercise that was done and not marked', () => {
    const { result: _unmarked, ...done } = second!;
    const [header] = assessing({ ...set(first!, done), result: { scale: 'twenty', value: '12' } }).facts();
    expect(header).toMatchObject({
      data: { facts: { exercises: [{ code: 'EX-1' }, { code: 'EX-2', result: null }] } },
    });
  });

  it('is refused where the exercises give another mark', () => {
    assessing({ result: { scale: 'twenty', value: '14' } }).thenRefuses('RESULT_NOT_OF_EXERCISES', '/result/value');
  });

  it('takes no mean of levels', () => {
    const level = { scale: 'apna', value: 'PA' };
    const both = set({ ...first!, result: { scale: 'apna', value: 'NA' } }, { ...second!, result: level });
    expect(assessing({ ...both, result: level }, frameOfLevels('F9-M3')).facts()).toHaveLength(3);
  });

  it('is refused without exercises, with one twice, or with one of a day to come', () => {
    assessing(set()).thenRefuses('EXERCISES_EMPTY', '/facts/exercises');
    assessing(set(first!, first!)).thenRefuses('EXERCISE_REPEATED', '/facts/exercises/1/code');
    assessing(set({ ...first!, heldOn: '2019-07-02' })).thenRefuses('HELD_IN_FUTURE', '/facts/exercises/0/heldOn');
  });

  it('is refused on « travail individuel », and on a line of another kind', () => {
    assessing({ modality: 'F8-M3' }).thenRefuses('GROUP_WORK_EXCLUDED', '/modality');
    assessing({ modality: 'F2-M2' }).thenRefuses('KIND_MISMATCH', '/modality');
  });
});
