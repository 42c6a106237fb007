import { BALLOT_MODES, type BallotMode, COMMAND_WORDS } from '@app/domain';
import { useQueryClient } from '@tanstack/react-query';
import { App, Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { api } from '../../client';
import { ProblemNotice } from '../../parts/problem-notice';
import { useWords } from '../../words/words';
import type { Codes } from './codes';

interface OpenBallotProps {
  readonly run: components['schemas']['BranchRun'];
  readonly onCodes: (codes: Codes | null) => void;
}

/** Opens the ballot: how many are asked, and how. On line the codes are answered here, once. */
export function OpenBallot({ run, onCodes }: OpenBallotProps) {
  const { t } = useTranslation('branch-ballots');
  const say = useWords();
  const cache = useQueryClient();
  const { message } = App.useApp();
  const [mode, setMode] = useState<BallotMode>('online');
  const { branchCode, branchId, id } = run;
  const branches = api.useQuery('get', '/api/v1/branches', { params: { query: { q: branchCode } } });
  const branch = branches.data?.items.find((one) => one.id === branchId);
  const { mutate, error, isPending } = api.useMutation('post', '/api/v1/ballot-boxes', {
    onSuccess: ({ codes, notice }) => {
      onCodes(codes);
      if (codes === null) void message.info(notice);
      void cache.invalidateQueries();
    },
  });
  return (
    <section className="panel form" aria-labelledby="open">
      <h2 id="open">{run.ballotBoxId ? t('openAgain') : t('open')}</h2>
      {branch && <p>{t('asked', { members: branch.members, masses: branch.masses })}</p>}
      <Radio.Group
        className="ballot-modes"
        aria-label={t('mode')}
        value={mode}
        options={BALLOT_MODES.map((value) => ({ value, label: t(`modeText.${value}`) }))}
        onChange={({ target }) => setMode(target.value as BallotMode)}
      />
      {error && <ProblemNotice error={error} />}
      <div className="buttons">
        <Button
          type={run.ballotBoxId ? 'default' : 'primary'}
          size="large"
          loading={isPending}
          onClick={() => mutate({ body: { branchRunId: id, mode } })}
        >
          {say(COMMAND_WORDS.openBallot)}
        </Button>
        <span className="quiet">{mode === 'online' ? t('codesOnce') : t('paperCount')}</span>
      </div>
    </section>
  );
}
