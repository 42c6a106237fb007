import { type Programme, scoreSheet, type SheetScore } from '@app/domain';
import type { components } from '../../api/schema';
import { api } from '../../client';

/** The branch's own score, line by line, beside which its superior writes. */
export function useSelfScore(
  run: components['schemas']['BranchRun'] | undefined,
  { scoreSheet: sheet }: Programme,
  isWanted: boolean,
): SheetScore | undefined {
  const submitted = run?.documents.filter(({ kind, frozenAt }) => kind === 'self-assessment' && frozenAt !== null);
  const newest = submitted?.find(({ no }) => no === Math.max(...submitted.map((one) => one.no)));
  const { data } = api.useQuery(
    'get',
    '/api/v1/assessments/{id}',
    { params: { path: { id: newest?.id ?? '' } } },
    { enabled: isWanted && newest !== undefined },
  );
  return data && scoreSheet(sheet, data.body);
}
