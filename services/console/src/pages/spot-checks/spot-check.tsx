import { COMMAND_WORDS, STEP_WORDS } from '@app/domain';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { keepCampaign } from '../../app/keep-campaign';
import type { components } from '../../api/schema';
import { useMe } from '../../app/me';
import { api } from '../../client';
import { Loaded } from '../../parts/loaded';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { StreamLink, useSpotCheckName } from '../../parts/stream-link';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';
import { Drawn, Population } from './lists';
import { Stage } from './stage';
import { Verify } from './verify';
import './spot-check.css';

type SpotCheck = components['schemas']['SpotCheck'];

const route = getRouteApi('/office/spot-checks/$id');

/** How soon those who watch see what the other person did. */
const WATCH_MS = 3000;

/** The draw as a ceremony: what is done, what is next, who does it; and the means to check it. */
export function SpotCheckPage() {
  const { t } = useTranslation('spot-checks');
  const say = useWords();
  const nameOf = useSpotCheckName();
  const { id } = route.useParams();
  const query = api.useQuery(
    'get',
    '/api/v1/spot-checks/{id}',
    { params: { path: { id } } },
    { refetchInterval: ({ state }) => (state.data?.seed ? false : WATCH_MS) },
  );
  const { data } = query;
  return (
    <>
      <PageHead title={data ? nameOf(data) : t('title')} note={data && say(STEP_WORDS[data.step])}>
        <Link to="/spot-checks" search={keepCampaign}>
          {t('back')}
        </Link>
        {data && (
          <StreamLink stream={data.workflowId} otherwise={null}>
            {t('record')}
          </StreamLink>
        )}
      </PageHead>
      <Loaded query={query} rows={10}>
        {(check) => <Ceremony check={check} />}
      </Loaded>
    </>
  );
}

function Ceremony({ check }: { readonly check: SpotCheck }) {
  const { t } = useTranslation('spot-checks');
  const { me } = useMe();
  const { step, seed, seedHash, frozenBy, frozenAt, revealedBy, revealedAt } = check;
  const { populationDigest, population, names, allowedActions } = check;
  const isMine = step === 'frozen' && frozenBy !== null && frozenBy === me.personId;
  return (
    <>
      <ol className="stages" aria-label={t('stages')}>
        <Stage title={t('commit.title')} text={t('commit.text')} state={seedHash ? 'done' : 'now'}>
          {seedHash && <Digest name={t('commit.digest')} value={seedHash} />}
        </Stage>
        <Stage
          title={t('freeze.title')}
          text={t('freeze.text')}
          state={populationDigest ? 'done' : step === 'ordered' ? 'now' : 'ahead'}
          waitsFor={t('waits.ordered')}
        >
          {populationDigest && (
            <>
              <p>
                <b>{t('freeze.size', { count: population })}</b>
              </p>
              <Done act="freeze" by={frozenBy} at={frozenAt} names={names} />
              <Digest name={t('freeze.digest')} value={populationDigest} />
              <Population check={check} />
            </>
          )}
          {allowedActions.includes('freezeSpotCheck') && <Act check={check} act="freeze" />}
        </Stage>
        <Stage
          title={t('reveal.title')}
          text={t('reveal.text')}
          state={seed ? 'done' : step === 'frozen' ? 'now' : 'ahead'}
          waitsFor={t('waits.frozen')}
        >
          {seed && <Done act="reveal" by={revealedBy} at={revealedAt} names={names} />}
          {seed && <Digest name={t('reveal.seed')} value={seed} />}
          {isMine && <p className="notice">{t('reveal.notYou')}</p>}
          {allowedActions.includes('revealSpotCheck') && <Act check={check} act="reveal" />}
        </Stage>
        <Stage
          title={t('drawn.title')}
          text={t('drawn.text', { ratio: `${check.ratio / 100}%`, atLeast: check.perOrganisationAtLeast })}
          state={step === 'concluded' ? 'done' : step === 'inspecting' ? 'now' : 'ahead'}
          waitsFor={t('waits.inspecting')}
        >
          {seed && <Drawn check={check} />}
        </Stage>
      </ol>
      {seed && <Verify id={check.id} />}
    </>
  );
}

function Act({ check: { id }, act }: { readonly check: SpotCheck; readonly act: 'freeze' | 'reveal' }) {
  const { t } = useTranslation('spot-checks');
  const { modal } = App.useApp();
  const say = useWords();
  const cache = useQueryClient();
  const { mutate, error, isPending } = api.useMutation('post', `/api/v1/spot-checks/{id}/${act}`, {
    onSettled: () => cache.invalidateQueries({ queryKey: ['get', '/api/v1/spot-checks/{id}'] }),
  });
  const word = say(COMMAND_WORDS[`${act}SpotCheck`]);
  const send = () => mutate({ params: { path: { id } }, body: {} });
  const ask = () =>
    void modal.confirm({ title: word, content: t('reveal.sure'), okText: word, autoFocusButton: 'cancel', onOk: send });
  return (
    <>
      {error && <ProblemNotice error={error} />}
      <p>
        <Button type="primary" loading={isPending} onClick={act === 'reveal' ? ask : send}>
          {word}
        </Button>
      </p>
    </>
  );
}

interface DoneProps {
  readonly act: 'freeze' | 'reveal';
  readonly by: string | null;
  readonly at: string | null;
  readonly names: SpotCheck['names'];
}

/** Who did it, and when. */
function Done({ act, by, at, names }: DoneProps) {
  const { t } = useTranslation('spot-checks');
  const { time } = useDates();
  if (by === null || at === null) return null;
  return <p>{t(`${act}.by`, { name: names[by]?.name, time: time(at) })}</p>;
}

/** A digest is read aloud and compared: in groups of eight. */
function Digest({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <dl className="digest">
      <dt>{name}</dt>
      <dd>{value.match(/.{1,8}/g)?.join(' ')}</dd>
    </dl>
  );
}
