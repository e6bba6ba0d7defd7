import { candidacyStream } from '@minutier/candidacy';
import { specification } from '@minutier/testing';

import { absence, enrolled, mark } from '../../../candidacy/src/candidacy.examples.js';
import { rules } from '../../../framework/src/rules.examples.js';
import { frame, frameOfLevels, input, nothingHeld } from '../assessment.examples.js';
import { exercises, exercisesAssessed } from '../kinds.examples.js';
import { assessExercises } from './assess-exercises.decide.js';

const { given } = specification(candidacyStream, assessExercises);
const [first, second, third] = exercises().facts!.exercises;
type Exercise = typeof first & object;

const assessing = (set: readonly Exercise[], value = '14', within = frame(), modality = 'F8-M3') =>
  given(enrolled()).when(
    exercises({ modality, facts: { theme: 'MESURE', exercises: [...set] }, outcome: input(mark(value)) }),
    within,
  );
/** Exercises with these marks, of equal weight. */
const marked = (...values: readonly string[]): Exercise[] =>
  values.map((value, index) => ({
    ...first!,
    code: `EX-${index}`,
    coefficient: '1',
    result: { scale: 'twenty', value },
  }));

describe('assessing « Exercices pratiques », a line without a number (A07)', () => {
  it('records the set: each exercise, its day, its mark and its weight', () => {
    given(enrolled()).when(exercises(), frame()).then(exercisesAssessed());
  });

  it('takes as many sets as there are', () => {
    const sets = Array.from({ length: 12 }, (_, index) => exercisesAssessed({ occurrence: index + 1 }));
    given(enrolled(), ...sets)
      .when(exercises({ occurrence: 13 }), frame())
      .then(exercisesAssessed({ occurrence: 13 }));
  });

  it('counts them where the institution’s rules state a number', () => {
    const three = frame({ rules: rules({ modalityRules: [{ modality: 'F8-M3', expectedOccurrences: 3 }] }) });
    given(enrolled())
      .when(exercises({ occurrence: 3 }), three)
      .facts();
    given(enrolled())
      .when(exercises({ occurrence: 4 }), three)
      .thenRefuses('OCCURRENCE_UNKNOWN', '/occurrence');
  });

  it('records an absence without facts', () => {
    given(enrolled())
      .when(nothingHeld(exercises(), absence(true)), frame())
      .then(exercisesAssessed({ outcome: absence(true) }));
  });

  it('is refused without any exercise, and without its facts', () => {
    assessing([]).thenRefuses('EXERCISES_EMPTY', '/facts/exercises');
    const { facts: _facts, ...without } = exercises();
    given(enrolled()).when(without, frame()).thenRefuses('FACTS_MISSING', '/facts');
  });

  it('is refused with the same exercise twice', () => {
    assessing([first!, second!, { ...third!, code: 'EX-1' }]).thenRefuses(
      'EXERCISE_REPEATED',
      '/facts/exercises/2/code',
    );
  });

  it('is refused with an exercise of a day to come', () => {
    assessing([{ ...first!, heldOn: '2019-07-02' }]).thenRefuses('HELD_IN_FUTURE', '/facts/exercises/0/heldOn');
  });

  it('holds each exercise to the scale', () => {
    const off = { ...second!, result: { scale: 'twenty', value: '15.1' } };
    assessing([first!, off]).thenRefuses('MARK_OFF_STEP', '/facts/exercises/1/result/value');
  });

  it('takes exercises of a group only on « travail individuel et/ou de groupe »', () => {
    const groups = { ...first!, work: 'group' as const };
    assessing([groups], '12').thenRefuses('GROUP_WORK_EXCLUDED', '/facts/exercises/0/work');
    assessing([groups], '12', frame(), 'F9-M3').facts();
  });
});

describe('the mark of a set', () => {
  it('is the mean of the exercises that were marked, by their weights', () => {
    assessing([first!, second!, third!], '14').facts();
    assessing([first!, second!, third!], '14.00').facts();
    assessing([first!, second!, third!], '13.5').thenRefuses('RESULT_NOT_OF_EXERCISES', '/outcome/result/value');
  });

  it('leaves out what weighs nothing', () => {
    assessing([...marked('12'), { ...second!, coefficient: '0' }], '12').facts();
  });

  it('is the nearest mark of the scale, halves up, computed exactly', () => {
    // 13.125 lies halfway between 13 and 13.25.
    assessing(marked('13', '13.25'), '13.25').facts();
    assessing(marked('13', '13.25'), '13').thenRefuses('RESULT_NOT_OF_EXERCISES', '/outcome/result/value');
    assessing(marked('10', '10', '11'), '10.25').facts();
    // By weights of a hundred thousand and of a ten-thousandth, just below the half and just on it.
    const weighed = (below: string) => {
      const [low, high] = marked('13', '13.25');
      return [
        { ...low!, coefficient: below },
        { ...high!, coefficient: '999999.9999' },
      ];
    };
    assessing(weighed('999999.9999'), '13.25').facts();
    assessing(weighed('999999.9998'), '13.25').facts();
    const tilted = weighed('999999.9999').map((one, index) =>
      index === 1 ? { ...one, coefficient: '999999.9998' } : one,
    );
    assessing(tilted, '13').facts();
  });

  it('is free where no exercise is marked', () => {
    assessing([third!], '18').facts();
  });

  it('is free on levels, of which no mean is taken', () => {
    const level = (value: string) => ({ scale: 'apna', value });
    const set = {
      theme: 'MESURE',
      exercises: [
        { ...first!, result: level('NA') },
        { ...second!, result: level('PA') },
      ],
    };
    const onLevels = exercises({ facts: set, outcome: { kind: 'result', result: level('PA') } });
    given(enrolled()).when(onLevels, frameOfLevels('F8-M3')).facts();
    const unknown = { ...set, exercises: [{ ...first!, result: level('B') }] };
    given(enrolled())
      .when({ ...onLevels, facts: unknown }, frameOfLevels('F8-M3'))
      .thenRefuses('LEVEL_UNKNOWN', '/facts/exercises/0/result/value');
  });

  it('never hides a mark that the scale does not know', () => {
    assessing([first!], '14,5').thenRefuses('MARK_NOT_DECIMAL', '/outcome/result/value');
  });
});
