import {
  BRANCH_RUN,
  BRANCH_STEPS,
  type BranchStep,
  COMMAND_WORDS,
  deedAt,
  formatPoints,
  RESULT_WORDS,
  shanghaiDateOf,
  STEP_WORDS,
  superiorsOf,
} from '@app/domain';
import { Link } from '@tanstack/react-router';
import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { useMe } from '../../app/me';
import { api } from '../../client';
import { AwaitedDate } from '../../parts/awaited';
import { ballotAddress } from '../../parts/command-places';
import { Loaded } from '../../parts/loaded';
import { Nothing } from '../../parts/nothing';
import { useOfficeName } from '../../parts/office-name';
import { Section } from '../../parts/section';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';
import { ApproveBatch, OpenSurveyBatch } from './batches';

type Line = components['schemas']['BranchRunLine'];

interface BranchesProps {
  readonly run: components['schemas']['OrganisationRun'];
  /** The one step that is shown; all without. */
  readonly step: BranchStep | undefined;
  readonly onStep: (step: BranchStep | undefined) => void;
}

/** What the API does for many branches at once, and how it is looked at first. */
const BATCHES = { openSurvey: OpenSurveyBatch, approveBranchPlan: ApproveBatch } as const;

type Batch = keyof typeof BATCHES;

const BATCH_NAMES = Object.keys(BATCHES) as Batch[];

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
    <Section title={t('branches', { count: lines.length })}>
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
  const say = useWords();
  const { acting } = useMe();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [batch, setBatch] = useState<{ readonly name: Batch; readonly lines: readonly Line[] }>();
  const isMine = ({ waitingOn }: Line) =>
    acting.some(({ role }) => superiorsOf(waitingOn?.role === 'committee-officer').includes(role));
  const takes = (name: Batch, line: Line) => BRANCH_RUN.commands[name].at.includes(line.step) && isMine(line);
  const isOffered = (line: Line) => BATCH_NAMES.some((name) => takes(name, line));
  const offered = lines.filter(isOffered);
  const marked = offered.filter(({ id }) => chosen.has(id));
  const mark = (ids: readonly string[], isChosen: boolean) =>
    setChosen(new Set(isChosen ? [...chosen, ...ids] : [...chosen].filter((id) => !ids.includes(id))));
  const close = () => {
    setBatch(undefined);
    setChosen(new Set());
  };
  const BatchDialog = batch && BATCHES[batch.name];
  return (
    <>
      {offered.length > 0 && (
        <div className="batch-bar" role="group" aria-label={t('batch')}>
          <Checkbox
            checked={marked.length === offered.length}
            indeterminate={marked.length > 0 && marked.length < offered.length}
            onChange={({ target }) =>
              mark(
                offered.map(({ id }) => id),
                target.checked,
              )
            }
          >
            {t('markAll', { count: offered.length })}
          </Checkbox>
          {BATCH_NAMES.map((name) => ({ name, chosenOnes: marked.filter((line) => takes(name, line)) }))
            .filter(({ name }) => lines.some((line) => takes(name, line)))
            .map(({ name, chosenOnes }) => (
              <Button
                key={name}
                disabled={chosenOnes.length === 0}
                onClick={() => setBatch({ name, lines: chosenOnes })}
              >
                {t('batchOf', { what: say(COMMAND_WORDS[name]), count: chosenOnes.length })}
              </Button>
            ))}
        </div>
      )}
      <div className="wide" role="region" aria-label={t('branchList')} tabIndex={0}>
        <table className="board">
          <thead>
            <tr>
              {offered.length > 0 && <th scope="col" aria-label={t('mark')} />}
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
                {offered.length > 0 && (
                  <td>
                    {isOffered(line) && (
                      <Checkbox
                        aria-label={t('markOne', { name: line.branchName })}
                        checked={chosen.has(line.id)}
                        onChange={({ target }) => mark([line.id], target.checked)}
                      />
                    )}
                  </td>
                )}
                <BranchCells line={line} names={names} mayBallot={isMine(line)} />
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {BatchDialog && <BatchDialog lines={batch.lines} onClose={close} />}
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
  const { id, branchName, step, since, waitingOn, awaited, selfScore, superiorScore, result } = line;
  return (
    <>
      <th scope="row">
        <Link to="/branch-runs/$id" params={{ id }} search={({ campaign }) => ({ campaign })}>
          {branchName}
        </Link>
      </th>
      <td>
        {say(STEP_WORDS[step])}
        <div className="quiet">{t('since', { date: day(shanghaiDateOf(since)) })}</div>
        {mayBallot && isBallot(deed) && (
          <Link to={ballotAddress(id)} search={({ campaign }: { readonly campaign?: string }) => ({ campaign })}>
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
          <span className="number">{formatPoints(superiorScore)}</span>
        ) : (
          selfScore !== null && <span className="quiet">{t('selfScore', { score: formatPoints(selfScore) })}</span>
        )}
        {result && <div>{say(RESULT_WORDS[result])}</div>}
      </td>
    </>
  );
}

function isBallot(deed: string | null): deed is 'openBallot' | 'closeBallot' {
  return deed === 'openBallot' || deed === 'closeBallot';
}
