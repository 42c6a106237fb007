import { COMMAND_WORDS, type PublicTally } from '@app/domain';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { useMe } from '../../app/me';
import { api } from '../../client';
import { CommandDialog } from '../../parts/command-dialog';
import { Loaded } from '../../parts/loaded';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';
import type { Codes } from './codes';
import { CountForm } from './count-form';
import { Tally } from './tally';

type Box = components['schemas']['BallotBox'];

interface BallotBoxProps {
  readonly boxId: string;
  readonly run: components['schemas']['BranchRun'];
  readonly onCodes: (codes: Codes | null) => void;
}

/** The ballot box: who is asked, how far it is, and what its office does with it next. */
export function BallotBox({ boxId, run, onCodes }: BallotBoxProps) {
  const query = api.useQuery('get', '/api/v1/ballot-boxes/{id}', { params: { path: { id: boxId } } });
  const isHolding = ['closeBallot', 'enterBallotCount'].some((command) => run.allowedActions.includes(command));
  return (
    <Loaded query={query}>
      {(box) => (
        <>
          <Facts box={box} />
          {box.closedAt === null && isHolding && <Holding box={box} name={run.branchName} onCodes={onCodes} />}
          {box.tally && <Tally box={box} tally={box.tally as unknown as PublicTally} />}
        </>
      )}
    </Loaded>
  );
}

function Facts({ box }: { readonly box: Box }) {
  const { t } = useTranslation('branch-ballots');
  const { time } = useDates();
  const { mode, members, masses, openedAt, closedAt, returned, firstCounterId, secondCounterId, names } = box;
  const counters = [firstCounterId, secondCounterId].map((id) => id && names[id]?.name);
  return (
    <section className="panel" aria-labelledby="box">
      <h2 id="box">{closedAt === null ? t('underWay') : t('over')}</h2>
      <dl className="facts">
        <dt>{t('mode')}</dt>
        <dd>{t(`modeName.${mode}`)}</dd>
        <dt>{t('eligible')}</dt>
        <dd>{t('people', { members, masses })}</dd>
        <dt>{t('openedAt')}</dt>
        <dd>{time(openedAt)}</dd>
        {closedAt && (
          <>
            <dt>{t('closedAt')}</dt>
            <dd>{time(closedAt)}</dd>
          </>
        )}
        {closedAt === null && mode === 'online' && (
          <>
            <dt>{t('returned')}</dt>
            <dd>{returned === null ? t('tooFew') : t('returnedOf', { count: returned, of: members + masses })}</dd>
          </>
        )}
        {mode === 'paper' && (
          <>
            <dt>{t('firstCounter')}</dt>
            <dd>{counters[0] ?? t('notCounted')}</dd>
            <dt>{t('secondCounter')}</dt>
            <dd>{counters[1] ?? t('notCounted')}</dd>
          </>
        )}
      </dl>
    </section>
  );
}

interface HoldingProps {
  readonly box: Box;
  readonly name: string;
  readonly onCodes: (codes: Codes | null) => void;
}

/** On line: close, or give out the codes of a lost sheet anew. On paper: two persons count, the second closes. */
function Holding({ box, name, onCodes }: HoldingProps) {
  const { t } = useTranslation('branch-ballots');
  const say = useWords();
  const { me } = useMe();
  const [given, give] = useState<'closeBallot' | 'reissueBallotCodes'>();
  const { id, mode, firstCounterId, secondCounterId } = box;
  const isFirst = firstCounterId !== null && firstCounterId === me.personId;
  const isCounted = mode === 'online' || (secondCounterId !== null && !isFirst);
  return (
    <>
      {mode === 'paper' && <CountForm key={id} box={box} isFirst={isFirst} />}
      <section className="panel form" aria-label={t('next')}>
        {!isCounted && <p>{isFirst ? t('otherCloses') : t('countFirst')}</p>}
        <div className="buttons">
          <Button type="primary" disabled={!isCounted} onClick={() => give('closeBallot')}>
            {say(COMMAND_WORDS.closeBallot)}
          </Button>
          {mode === 'online' && (
            <Button onClick={() => give('reissueBallotCodes')}>{say(COMMAND_WORDS.reissueBallotCodes)}</Button>
          )}
        </div>
      </section>
      {given === 'closeBallot' && <CloseDialog box={box} name={name} onClose={() => give(undefined)} />}
      {given === 'reissueBallotCodes' && <ReissueDialog boxId={id} onCodes={onCodes} onClose={() => give(undefined)} />}
    </>
  );
}

interface CloseDialogProps {
  readonly box: Box;
  readonly name: string;
  readonly onClose: () => void;
}

function CloseDialog({ box, name, onClose }: CloseDialogProps) {
  const { t } = useTranslation('branch-ballots');
  const say = useWords();
  const { mutateAsync, error, isPending } = api.useMutation('post', '/api/v1/ballot-boxes/{id}/close');
  const send = () => mutateAsync({ params: { path: { id: box.id } }, body: {} });
  return (
    <CommandDialog what={say(COMMAND_WORDS.closeBallot)} {...{ onClose, send, error, isPending }}>
      <p>{t('closeText', { name })}</p>
      {box.mode === 'online' && <p>{t('closeCodes')}</p>}
    </CommandDialog>
  );
}

interface ReissueDialogProps {
  readonly boxId: string;
  readonly onCodes: (codes: Codes | null) => void;
  readonly onClose: () => void;
}

function ReissueDialog({ boxId, onCodes, onClose }: ReissueDialogProps) {
  const { t } = useTranslation('branch-ballots');
  const say = useWords();
  const { mutateAsync, error, isPending } = api.useMutation('post', '/api/v1/ballot-boxes/{id}/reissue');
  const send = async () => onCodes((await mutateAsync({ params: { path: { id: boxId } }, body: {} })).codes);
  return (
    <CommandDialog what={say(COMMAND_WORDS.reissueBallotCodes)} {...{ onClose, send, error, isPending }}>
      <p>{t('reissueText')}</p>
    </CommandDialog>
  );
}
