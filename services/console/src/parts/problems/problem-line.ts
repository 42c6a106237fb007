import type { components } from '../../api/schema';

export type ProblemLine = components['schemas']['RunProblems']['items'][number];

/** What may be done with a line, in the order of its buttons. */
export const ACTIONS = ['planProblem', 'closeProblem', 'sendBackProblem', 'raiseProblem', 'answerProblem'] as const;

export type ProblemAction = (typeof ACTIONS)[number];
