import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../client';
import { Loaded } from '../../parts/loaded';
import { Nothing } from '../../parts/nothing';
import { RunHead } from '../../parts/run-head';
import { BallotBox } from './ballot-box';
import { CodeSheet } from './code-sheet';
import type { Codes } from './codes';
import { OpenBallot } from './open-ballot';
import '../../parts/run.css';
import './branch-ballot.css';

const route = getRouteApi('/office/branch-ballots/$id');

/** 党员群众测评 of a branch's year as the office above holds it: opened, its codes handed out or its paper counted, closed. */
export function BranchBallotPage() {
  const { t } = useTranslation('branch-ballots');
  const { id } = route.useParams();
  const run = api.useQuery('get', '/api/v1/branch-runs/{id}', { params: { path: { id } } });
  const [codes, setCodes] = useState<Codes | null>(null);
  return (
    <>
      <RunHead title={t('title')} runId={id} />
      <Loaded query={run}>
        {(branch) => (
          <>
            {codes && (
              <CodeSheet
                codes={codes}
                branchName={branch.branchName}
                year={branch.year}
                onDone={() => setCodes(null)}
              />
            )}
            {branch.ballotBoxId && (
              <BallotBox key={branch.ballotBoxId} boxId={branch.ballotBoxId} run={branch} onCodes={setCodes} />
            )}
            {branch.allowedActions.includes('openBallot') ? (
              <OpenBallot run={branch} onCodes={setCodes} />
            ) : (
              !branch.ballotBoxId && <Nothing title={t('none')} text={t('noneText')} />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}
