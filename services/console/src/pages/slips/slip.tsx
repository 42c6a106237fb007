import {
  COLOUR_WORDS,
  DEADLINE_WORDS,
  type LadderColour,
  shanghaiDateOf,
  SLIP_COMMANDER_WORDS,
  SLIP_END_WORDS,
  SLIP_STATE_WORDS,
  slipNumberWords,
} from '@app/domain';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { keepCampaign } from '../../app/keep-campaign';
import type { components } from '../../api/schema';
import { api } from '../../client';
import { LightMark } from '../../parts/light';
import { Loaded } from '../../parts/loaded';
import { PageHead } from '../../parts/page-head';
import { RunLink } from '../../parts/run-link';
import { paperNumber, useDates } from '../../words/dates';
import { useWords } from '../../words/words';
import { SlipCommands } from './commands';

type Slip = components['schemas']['Slip'];

const route = getRouteApi('/office/slips/$id');

/** 督办单: what is ordered of whom, how it was issued, signed for, answered and ended, and what can be done with it now. */
export function SlipPage() {
  const { t } = useTranslation('slips');
  const say = useWords();
  const { id } = route.useParams();
  const { do: doing } = route.useSearch();
  const navigate = route.useNavigate();
  const query = api.useQuery('get', '/api/v1/slips/{id}', { params: { path: { id } } });
  return (
    <Loaded query={query} rows={8}>
      {(slip) => (
        <>
          <PageHead
            title={t('heading', { colour: say(COLOUR_WORDS[slip.colour as LadderColour]) })}
            note={t('ofYear', {
              name: slip.names[slip.branchId ?? slip.organisationId]?.name,
              year: slip.year,
              matter: say(DEADLINE_WORDS[slip.kind]),
            })}
          >
            <RunLink kind={slip.branchId === null ? 'organisation-runs' : 'branch-runs'} id={slip.runId}>
              {t('toRun')}
            </RunLink>
            <Link to="/slips" search={keepCampaign}>
              {t('back')}
            </Link>
          </PageHead>
          <section className="panel" aria-label={t('standing')}>
            <Facts slip={slip} />
            <SlipCommands
              slip={slip}
              given={doing}
              onGive={(command) => void navigate({ search: (before) => ({ ...before, do: command }), replace: true })}
            />
          </section>
        </>
      )}
    </Loaded>
  );
}

function Facts({ slip }: { readonly slip: Slip }) {
  const { t } = useTranslation('slips');
  const say = useWords();
  const { date, comma } = useDates();
  const number = slipNumberWords(slip);
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('standing'), <b key="state">{say(SLIP_STATE_WORDS[slip.state])}</b>],
    [t('number'), number ? say(number) : t('unnumbered')],
    [t('documentNumber'), slip.documentNumber && paperNumber(slip.documentNumber)],
    [
      t('commander'),
      slip.commander === 'organisation'
        ? slip.names[slip.organisationId]?.name
        : say(SLIP_COMMANDER_WORDS[slip.commander]),
    ],
    [t('lines'), slip.branchId === null && slip.lines.map((id) => slip.names[id]?.name).join(comma)],
    [
      t('due'),
      <Fragment key="due">
        {slip.dueDate && date(slip.dueDate)} <LightMark light={slip.light} />
      </Fragment>,
    ],
    [t('draftedAt'), date(shanghaiDateOf(slip.draftedAt))],
    [t('issuedAt'), <Issued key="issued" slip={slip} />],
    [t('withdrawn'), slip.withdrawnBecause],
    [t('receivedOn'), slip.receivedOn && date(slip.receivedOn)],
    [t('answerDate'), <Answered key="answered" slip={slip} />],
    [t('closedAt'), <Ended key="ended" slip={slip} />],
  ];
  return (
    <dl className="standing">{facts.map(([name, fact]) => fact && <Fact key={name} name={name} fact={fact} />)}</dl>
  );
}

function Fact({ name, fact }: { readonly name: string; readonly fact: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{fact}</dd>
    </div>
  );
}

function Issued({ slip: { issuedAt, issuedBy, names } }: { readonly slip: Slip }) {
  const { t } = useTranslation('slips');
  const { date } = useDates();
  if (!issuedAt) return '—';
  const day = date(shanghaiDateOf(issuedAt));
  return issuedBy === null
    ? t('issuedByItself', { date: day })
    : t('issuedBy', { date: day, name: names[issuedBy]?.name });
}

function Answered({ slip: { answeredAt, answer, answerDate } }: { readonly slip: Slip }) {
  const { t } = useTranslation('slips');
  const { date } = useDates();
  if (answeredAt) return t('answeredAt', { date: date(shanghaiDateOf(answeredAt)), answer });
  return answerDate ? t('answerDateText', { date: date(answerDate) }) : '—';
}

function Ended({ slip: { closedAt, ended, endedBecause } }: { readonly slip: Slip }) {
  const { t } = useTranslation('slips');
  const say = useWords();
  const { date } = useDates();
  if (!closedAt || !ended) return '—';
  const said = { date: date(shanghaiDateOf(closedAt)), why: say(SLIP_END_WORDS[ended]) };
  return endedBecause ? t('because', { ...said, reason: endedBecause }) : t('ended', said);
}
