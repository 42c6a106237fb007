import { CheckCircleOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { LanguageSwitch } from '../../app/switches';
import { client } from '../../client';
import { PageHead } from '../../parts/page-head';
import { CodeForm } from './code-form';
import { Paper } from './paper';
import './vote.css';

type BallotPaper = components['schemas']['BallotPaper'];

/** 党员群众测评: a code, the questions, counted. What is asked here is asked as nobody, whoever is signed in. */
export function Vote() {
  const { t } = useTranslation('ballots');
  const [code, setCode] = useState('');
  const [isDone, setDone] = useState(false);
  const ask = useMutation({
    mutationFn: (asked: string) =>
      client.POST('/api/v1/ballot-boxes/by-code', { body: { code: asked }, credentials: 'omit' }).then(paperOf),
  });
  const begin = (typed: string) => {
    setDone(false);
    setCode(typed);
    ask.mutate(typed);
  };
  useCodeOfAddress(begin);
  const forget = () => {
    setCode('');
    ask.reset();
  };
  return (
    <div className="vote">
      <div className="vote-tools">
        <LanguageSwitch />
      </div>
      <main id="main">
        <PageHead title={t('title')} note={ask.data ? undefined : t('about')} />
        {isDone ? (
          <Done onNext={() => setDone(false)} />
        ) : ask.data ? (
          <Paper
            paper={ask.data}
            code={code}
            onOther={forget}
            onDone={() => {
              forget();
              setDone(true);
            }}
          />
        ) : (
          <CodeForm key={code} code={code} error={ask.error} isPending={ask.isPending} onCode={begin} />
        )}
      </main>
    </div>
  );
}

/** What follows once the ballot is in the box; nothing of it is left on the page. */
function Done({ onNext }: { readonly onNext: () => void }) {
  const { t } = useTranslation('ballots');
  return (
    <section className="panel nothing" role="status">
      <span className="light-well" aria-hidden="true">
        <CheckCircleOutlined />
      </span>
      <p className="nothing-title">{t('done')}</p>
      <p className="quiet">{t('doneText')}</p>
      <p>
        <Button onClick={onNext}>{t('nextVoter')}</Button>
      </p>
    </section>
  );
}

/** The code behind `#`, taken out of the address at once: it stays in no history of a browser that others use. */
function useCodeOfAddress(onCode: (code: string) => void): void {
  const { hash } = useLocation();
  const navigate = useNavigate();
  const take = useEffectEvent(onCode);
  useEffect(() => {
    if (!hash) return;
    take(hash);
    void navigate({ to: '/vote', hash: '', replace: true });
  }, [hash, navigate]);
}

function paperOf({ data }: { readonly data?: BallotPaper }): BallotPaper {
  if (!data) throw new Error('a ballot paper was answered without one');
  return data;
}
