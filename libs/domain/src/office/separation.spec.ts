import fc from 'fast-check';
import {
  arePairwiseDistinct,
  checkAssessors,
  checkCounters,
  checkRecheckers,
  checkRegistrar,
  checkTwoPersons,
  checkVerifier,
} from './separation';

const OTHERS = { assessors: ['a', 'b'], branchMembers: ['m'] };

describe('separation of duties', () => {
  it.each([
    ['two assessors from elsewhere', () => checkAssessors(['a', 'b'], ['m'])],
    ['a rechecker who did not assess', () => checkRecheckers(['c'], OTHERS)],
    ['a verifier who is not the owner', () => checkVerifier('a', ['b', 'c'])],
    ['a verifier where nobody owns', () => checkVerifier('a', [])],
    ['two persons', () => checkTwoPersons('a', 'b')],
    ['two counters', () => checkCounters(['a', 'b'])],
  ])('allows %s', (_name, check) => expect(check).not.toThrow());

  it.each([
    ['a member of the branch as assessor', () => checkAssessors(['a', 'm'], ['m']), 'own-branch'],
    ['a second assessor who is the first', () => checkAssessors(['a', 'a'], ['m']), 'same-person'],
    ['a rechecker who assessed', () => checkRecheckers(['c', 'b'], OTHERS), 'same-person'],
    ['a rechecker from the branch', () => checkRecheckers(['m'], OTHERS), 'own-branch'],
    ['a rechecker twice', () => checkRecheckers(['c', 'c'], OTHERS), 'same-person'],
    ['a verifier who owned', () => checkVerifier('a', ['a', 'b']), 'verifier-is-owner'],
    ['one person for both', () => checkTwoPersons('a', 'a'), 'same-person'],
    ['a counter twice', () => checkCounters(['a', 'b', 'a']), 'same-person'],
    ['one counter', () => checkCounters(['a']), 'same-person'],
  ])('refuses %s', (_name, check, code) => expect(check).toThrow(expect.objectContaining({ code })));

  it('finds any repeated person', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.uuid(), { minLength: 1 }), fc.nat(), (persons, at) => {
        expect(arePairwiseDistinct(persons)).toBe(true);
        expect(arePairwiseDistinct([...persons, persons[at % persons.length] ?? ''])).toBe(false);
      }),
    );
  });
});

it('nobody registers the filing that he sent', () => {
  expect(() => checkRegistrar('p', 'p')).toThrow(expect.objectContaining({ code: 'same-person' }));
  expect(() => checkRegistrar('p', 'q')).not.toThrow();
  expect(() => checkRegistrar(null, 'q')).not.toThrow();
});
