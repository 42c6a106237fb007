import { useTranslation } from 'react-i18next';
import { may, useMe } from '../../app/me';
import type { components } from '../../api/schema';
import { ballotAddress } from '../../parts/command-places';
import type { FurtherPaper } from '../../parts/papers';

type Schemas = components['schemas'];
type Line = Schemas['TimelineLine'];

/** The ballot of a branch's year, for whoever may look at its tally: among the papers, and from its lines of the record. */
export function useBallot({ id, ballotBoxId }: Schemas['BranchRun'], record: readonly Line[]) {
  const { t } = useTranslation('branch-runs');
  const { acting } = useMe();
  const lines = record.filter(({ payload }) => payload.ballotBoxId === ballotBoxId);
  const [opened] = lines;
  if (ballotBoxId === null || !opened || !may('readBallotBox', acting)) return { further: [], wayOf: () => null };
  const closed = lines.find(({ type }) => type === 'ballot-closed');
  const address = ballotAddress(id);
  const title = closed ? t('tally') : t('ballot');
  const paper: FurtherPaper = { title, address, begunAt: opened.recordedAt, endedAt: closed?.recordedAt ?? null };
  return { further: [paper], wayOf: (line: Line) => (lines.includes(line) ? address : null) };
}
