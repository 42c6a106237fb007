import { useSyncExternalStore } from 'react';
import { NO_ANSWER, type Problem } from '../problem';

/** What stands between a page and the API: nobody answers, something is sent again until it has an outcome, or that is over. */
export interface Trouble {
  readonly state: 'silent' | 'resending' | 'over';
  /** In the API's own words, where it said some. */
  readonly title: string;
}

/** So long it is said that it is over. */
const OVER_MS = 20_000;

const unsettled = new Map<Request, Problem>();
const listeners = new Set<() => void>();
let isSilent = false;
let trouble: Trouble | null = null;
let leaving: ReturnType<typeof setTimeout> | undefined;

/** A request was tried and is tried again; what passes with the first repetition is not worth a word. */
export function noteUnsettled(request: Request, problem: Problem, tried: number): void {
  if (problem.code !== NO_ANSWER) isSilent = false;
  else if (tried > 0) isSilent = true;
  if (tried > 0) unsettled.set(request, problem);
  tell();
}

/** It is not tried any more; `isAnswered`: by the API itself. */
export function noteSettled(request: Request, isAnswered: boolean): void {
  unsettled.delete(request);
  if (isAnswered) isSilent = false;
  tell();
}

export function useTrouble(): Trouble | null {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => trouble,
  );
}

function tell(): void {
  const [last] = [...unsettled.values()].slice(-1);
  const state = isSilent ? 'silent' : last ? 'resending' : trouble && 'over';
  const title = (state === 'resending' && last?.title) || '';
  if (trouble?.state === state && trouble?.title === title) return;
  clearTimeout(leaving);
  if (state === 'over') leaving = setTimeout(() => show(null), OVER_MS);
  show(state && { state, title });
}

function show(next: Trouble | null): void {
  trouble = next;
  for (const listener of listeners) listener();
}
