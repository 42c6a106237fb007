import { CHECK_WORDS, COMMAND_WORDS, VERIFICATION_WAY_WORDS } from '@app/domain';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { api } from '../../client';
import { Loaded } from '../../parts/loaded';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { StreamLink, useStreamName } from '../../parts/stream-link';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';
import { StateMark } from './state-mark';

type Verification = components['schemas']['Verification'];

/** How soon it is seen how far it came. */
const WATCH_MS = 1000;

/** One verification: how far it came, or what it found. */
export function VerificationView({ id }: { readonly id: string }) {
  const query = api.useQuery(
    'get',
    '/api/v1/verifications/{id}',
    { params: { path: { id } } },
    { refetchInterval: ({ state }) => state.data?.state === 'running' && WATCH_MS },
  );
  return (
    <Loaded query={query}>
      {(verification) => (
        <>
          <Standing verification={verification} />
          {verification.found.length > 0 && <Faults verification={verification} />}
          {verification.checks.length > 0 && <Checks verification={verification} />}
        </>
      )}
    </Loaded>
  );
}

function Standing({ verification }: { readonly verification: Verification }) {
  const { t } = useTranslation('verifications');
  const say = useWords();
  const { time } = useDates();
  const { state, startedAt, endedAt, startedBy, way, events, eventsChecked, streamsChecked, faults, names } =
    verification;
  const by = startedBy === null ? t('operator') : names[startedBy]?.name;
  return (
    <Section title={t('looked', { time: time(startedAt) })}>
      <p className="run-standing" role="status">
        <b>
          <StateMark state={state} />
        </b>
        <span>{t(`says.${state}`, { count: faults ?? 0 })}</span>
      </p>
      {state === 'running' && (
        <Progress
          aria-label={t('progress')}
          percent={events ? Math.min(99, Math.floor((100 * eventsChecked) / events)) : 0}
        />
      )}
      <p className="quiet">
        {t('checked', { streams: streamsChecked, events: eventsChecked })}
        {events !== null && state !== 'sound' && state !== 'faulty' && t('ofEvents', { events })}
        {' · '}
        {t('begunBy', { by, way: say(VERIFICATION_WAY_WORDS[way]) })}
        {endedAt && ` · ${t('endedAt', { time: time(endedAt) })}`}
      </p>
      {verification.allowedActions.includes('cancelVerification') && <Cancel id={verification.id} />}
    </Section>
  );
}

function Cancel({ id }: { readonly id: string }) {
  const say = useWords();
  const cache = useQueryClient();
  const { mutate, error, isPending } = api.useMutation('post', '/api/v1/verifications/{id}/cancel', {
    onSettled: () => cache.invalidateQueries(),
  });
  return (
    <>
      {error && <ProblemNotice error={error} />}
      <Button loading={isPending} onClick={() => mutate({ params: { path: { id } } })}>
        {say(COMMAND_WORDS.cancelVerification)}
      </Button>
    </>
  );
}

function Faults({ verification: { found, names } }: { readonly verification: Verification }) {
  const { t } = useTranslation('verifications');
  const say = useWords();
  const { date: write } = useDates();
  const nameOf = useStreamName();
  return (
    <Section title={t('found', { count: found.length })} wide>
      <table className="board">
        <thead>
          <tr>
            <th scope="col">{t('stream')}</th>
            <th scope="col">{t('event')}</th>
            <th scope="col">{t('date')}</th>
            <th scope="col">{t('check')}</th>
            <th scope="col">{t('message')}</th>
          </tr>
        </thead>
        <tbody>
          {found.map(({ stream, sequence, date, check, message, of }, at) => (
            <tr key={at}>
              <th scope="row">{of ? <StreamLink stream={stream}>{nameOf(of, names)}</StreamLink> : t('elsewhere')}</th>
              <td className="number">{sequence === null ? '—' : t('eventNo', { no: sequence })}</td>
              <td>{date === null ? '—' : write(date)}</td>
              <td>{say(CHECK_WORDS[check])}</td>
              <td lang="zh-CN">{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

/** Every check with how much it looked at: what agreed is seen, too. */
function Checks({ verification: { checks, found } }: { readonly verification: Verification }) {
  const { t } = useTranslation('verifications');
  const say = useWords();
  return (
    <Section title={t('checks')} wide>
      <table className="board">
        <thead>
          <tr>
            <th scope="col">{t('check')}</th>
            <th scope="col">{t('count')}</th>
            <th scope="col">{t('state')}</th>
          </tr>
        </thead>
        <tbody>
          {checks.map(({ name, count }) => (
            <tr key={name}>
              <th scope="row">{say(CHECK_WORDS[name])}</th>
              <td className="number">{count}</td>
              <td>
                {found.some(({ check }) => check === name) ? (
                  <StateMark state="faulty" />
                ) : count > 0 ? (
                  <StateMark state="sound" />
                ) : (
                  <span className="quiet">{t('nothing')}</span>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
