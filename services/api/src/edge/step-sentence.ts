import { type DomainError, PROBLEM_STATE_WORDS, STEP_WORDS } from '@app/domain';

/** What a refusal says to people: one of the step or state names both in their words, as the screens do. */
export function sentenceOf({ code, message, details }: DomainError): string {
  const { step, allowed, state } = details;
  if (code === 'wrong-step' && typeof step === 'string') {
    const where =
      Array.isArray(allowed) && allowed.length > 0 ? `此项须在${named(STEP_WORDS, allowed)}环节办理` : message;
    return `现处${named(STEP_WORDS, [step])}环节，${where}`;
  }
  if (code === 'transition-not-allowed' && typeof state === 'string' && Object.hasOwn(PROBLEM_STATE_WORDS, state)) {
    return `问题${named(PROBLEM_STATE_WORDS, [state])}，不能办理此项`;
  }
  return message;
}

function named(words: Readonly<Record<string, { readonly zh: string }>>, codes: readonly unknown[]): string {
  return codes.map((code) => `“${words[String(code)]?.zh ?? String(code)}”`).join('、');
}
