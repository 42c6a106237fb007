import type { DimensionDefinition } from '../programme/programme';
import type { InputFault } from '../input-fault';

/** A survey as its author saves it: one answer for each dimension; 未发现 is an answer. */
export interface Survey {
  readonly answers: readonly { readonly dimension: string; readonly found: boolean; readonly note?: string }[];
}

/** Every dimension of the programme is answered exactly once (苏委工〔2020〕6号 三.1); a finding has a note. */
export function checkSurvey(
  survey: Survey,
  dimensions: readonly Pick<DimensionDefinition, 'id' | 'name'>[],
): InputFault[] {
  const faults: InputFault[] = [];
  survey.answers.forEach((answer, at) => {
    const pointer = `/answers/${at}`;
    if (!dimensions.some(({ id }) => id === answer.dimension)) {
      faults.push({ pointer: `${pointer}/dimension`, code: 'unknown-dimension', message: '方案中没有这个方面' });
    }
    if (survey.answers.findIndex(({ dimension }) => dimension === answer.dimension) < at) {
      faults.push({ pointer: `${pointer}/dimension`, code: 'answered-twice', message: '同一方面填写了两次' });
    }
    if (answer.found && !answer.note?.trim()) {
      faults.push({ pointer: `${pointer}/note`, code: 'note-missing', message: '发现问题的方面须说明' });
    }
  });
  for (const { id, name } of dimensions) {
    if (!survey.answers.some(({ dimension }) => dimension === id)) {
      faults.push({
        pointer: '/answers',
        code: 'dimension-unanswered',
        message: `${name}尚未填写（“未发现”也是一种填写）`,
      });
    }
  }
  return faults;
}
