import {
  carriedPassWords,
  BRANCH_STEPS,
  type BranchStep,
  COMMAND_WORDS,
  deedAt,
  formatPoints,
  OUTCOME_WORDS,
  shanghaiDateOf,
  STEP_WORDS,
  superiorsOf,
} from '@app/domain';
import { Link } from '@tanstack/react-router';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { keepCampaign } from '../../app/keep-campaign';
import { useMe } from '../../app/me';
import { api } from '../../client';
import { AwaitedDate } from '../../parts/awaited';
import { useOwnBatches, useWhyNot } from '../../parts/batches/batch';
import { BatchBar } from '../../parts/batches/batch-bar';
import { BRANCH_RUN_BATCHES } from '../../parts/batches/branch-run-batches';
import { ChooseCell, ChooseHead } from '../../parts/batches/choose-cell';
import { useChosen } from '../../parts/batches/use-chosen';
import { ballotAddress } from '../../parts/command-places';
import { Loaded } from '../../parts/loaded';
import { Nothing } from '../../parts/nothing';
import { useOfficeName } from '../../parts/office-name';
import { RunLink } from '../../parts/run-link';
import { Section } from '../../parts/section';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';

type Line = components['schemas']['BranchRunLine'];

interface BranchesProps {
  readonly run: components['schemas']['OrganisationRun'];
  /** The one step that is shown; all without. */
  readonly step: BranchStep | undefined;
  readonly onStep: (step: BranchStep | undefined) => void;
}

/** Its branches, those that are furthest behind first, with who must act for each and by when. */
export function Branches({ run, step, onStep }: BranchesProps) {
  const { t } = useTranslation('organisation-runs');
  const say = useWords();
  const { organisationId, year } = run;
  const query = api.useQuery('get', '/api/v1/branch-runs', {
    params: { query: { organisationId, year, limit: 200 } },
  });
  const lines = query.data?.items ?? [];
  const there = BRANCH_STEPS.filter((one) => lines.some((line) => line.step === one));
  return (
    <Section title={t('branches', { count: lines.length, more: query.data?.nextCursor ? '+' : '' })}>
      {query.data?.nextCursor && (
        <p>
          <Link
            to="/branch-runs"
            search={(before: object) => ({ ...keepCampaign(before), organisationId, year: String(year) })}
          >
            {t('wholeList')}
          </Link>
        </p>
      )}
      <Loaded query={query} rows={6}>
        {({ names }) =>
          lines.length === 0 ? (
            <Nothing title={t('noBranches')} />
          ) : (
            <>
              <Select
                allowClear
                className="page-tools"
                style={{ minWidth: 220 }}
                aria-label={t('step')}
                placeholder={t('everyStep')}
                value={step}
                options={there.map((value) => ({
                  value,
                  label: t('stepCount', {
                    step: say(STEP_WORDS[value]),
                    count: lines.filter((line) => line.step === value).length,
                  }),
                }))}
                onChange={(chosen?: BranchStep) => onStep(chosen)}
              />
              <BranchTable
                lines={lines
                  .filter((line) => step === undefined || line.step === step)
                  .sort((a, b) => BRANCH_STEPS.indexOf(a.step) - BRANCH_STEPS.indexOf(b.step))}
                names={names}
              />
            </>
          )
        }
      </Loaded>
    </Section>
  );
}

interface BranchTableProps {
  readonly lines: readonly Line[];
  readonly names: components['schemas']['Names'];
}

function BranchTable({ lines, names }: BranchTableProps) {
  const { t } = useTranslation('organisation-runs');
  const own = useOwnBatches(BRANCH_RUN_BATCHES);
  const whyNot = useWhyNot(names);
  const { acting } = useMe();
  const isMine = ({ waitingOn }: Line) =>
    acting.some(({ role }) => superiorsOf(waitingOn?.role === 'committee-officer').includes(role));
  const [chosen, choose] = useChosen();
  const isOffered = (line: Line) => own.some((batch) => whyNot(batch, line) === null);
  const offered = lines.filter(isOffered);
  return (
    <>
      {own.length > 0 && <BatchBar batches={own} lines={offered} {...{ chosen, names, onChoose: choose }} />}
      <div className="wide" role="region" aria-label={t('branchList')} tabIndex={0}>
        <table className="board">
          <thead>
            <tr>
              {offered.length > 0 && <ChooseHead />}
              <th scope="col">{t('branch')}</th>
              <th scope="col">{t('step')}</th>
              <th scope="col">{t('who')}</th>
              <th scope="col">{t('byWhen')}</th>
              <th scope="col">{t('score')}</th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id}>
                {offered.length > 0 &&
                  (isOffered(line) ? (
                    <ChooseCell
                      name={line.branchName}
                      isChosen={chosen.has(line.id)}
                      onChoose={(is) => choose([line.id], is)}
                    />
                  ) : (
                    <td />
                  ))}
                <BranchCells line={line} names={names} mayBallot={isMine(line)} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

interface BranchCellsProps {
  readonly line: Line;
  readonly names: BranchTableProps['names'];
  /** Whether its ballot is the reader's to open and close. */
  readonly mayBallot: boolean;
}

function BranchCells({ line, names, mayBallot }: BranchCellsProps) {
  const { t } = useTranslation('organisation-runs');
  const say = useWords();
  const officeName = useOfficeName();
  const { day } = useDates();
  const deed = deedAt('branch-run', line.step);
  const { id, branchName, step, since, waitingOn, awaited, selfScore, superiorScore, carriedPass, recheck } = line;
  const result = line.result && OUTCOME_WORDS[line.result];
  const isRechecked = recheck === 'upheld' || recheck === 'overturned';
  return (
    <>
      <th scope="row">
        <RunLink kind="branch-runs" id={id}>
          {branchName}
        </RunLink>
      </th>
      <td>
        {say(STEP_WORDS[step])}
        <div className="quiet">{t('since', { date: day(shanghaiDateOf(since)) })}</div>
        {mayBallot && isBallot(deed) && (
          <Link to={ballotAddress(id)} search={keepCampaign}>
            {say(COMMAND_WORDS[deed])}
          </Link>
        )}
      </td>
      <td>{waitingOn ? officeName(waitingOn, names) : <span className="quiet">{t('nobody')}</span>}</td>
      <td>
        <AwaitedDate awaited={awaited} />
      </td>
      <td>
        {superiorScore !== null ? (
          <span className="number">
            {isRechecked ? t('recheckScore', { score: formatPoints(superiorScore) }) : formatPoints(superiorScore)}
          </span>
        ) : (
          selfScore !== null && <span className="quiet">{t('selfScore', { score: formatPoints(selfScore) })}</span>
        )}
        {carriedPass && <span className="quiet">{say(carriedPassWords(carriedPass))}</span>}
        {result && <div>{say(result)}</div>}
      </td>
    </>
  );
}

function isBallot(deed: string | null): deed is 'openBallot' | 'closeBallot' {
  return deed === 'openBallot' || deed === 'closeBallot';
}
