import { DISPOSITION_WORDS, DISPOSITIONS } from '@app/domain';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { keepCampaign } from '../../app/keep-campaign';
import type { components } from '../../api/schema';
import { useKept } from '../../app/use-kept';
import { api } from '../../client';
import { Loaded } from '../../parts/loaded';
import { Nothing } from '../../parts/nothing';
import { PageHead } from '../../parts/page-head';
import { faultOf, ProblemNotice } from '../../parts/problem-notice';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';

type DispositionList = components['schemas']['DispositionList'];

const route = getRouteApi('/office/rounds/$id/close');

/** 结束年度: what becomes of every branch, read before it is confirmed; only the number is typed. */
export function Closing() {
  const { t } = useTranslation('rounds');
  const { id } = route.useParams();
  const query = api.useQuery('get', '/api/v1/rounds/{id}/dispositions', { params: { path: { id } } });
  const year = query.data?.body.year;
  return (
    <>
      <PageHead title={year ? t('closing', { year }) : t('title')} note={t('closingText')}>
        <Link to="/rounds" search={keepCampaign}>
          {t('back')}
        </Link>
      </PageHead>
      <Loaded query={query} rows={8}>
        {(list) => (
          <>
            <Pending list={list} />
            <Dispositions list={list} />
            {list.pending.length === 0 && <Confirm id={id} digest={list.digest} />}
          </>
        )}
      </Loaded>
    </>
  );
}

function Pending({ list: { pending, names } }: { readonly list: DispositionList }) {
  const { t } = useTranslation('rounds');
  const { comma } = useDates();
  if (pending.length === 0) return null;
  const whose = pending.map((branchId) => names[branchId]?.name).join(comma);
  return (
    <div className="panel">
      <Alert type="warning" showIcon title={t('pending', { count: pending.length })} description={whose} />
    </div>
  );
}

function Dispositions({ list: { body, names } }: { readonly list: DispositionList }) {
  const { t } = useTranslation('rounds');
  const say = useWords();
  const groups = DISPOSITIONS.map((disposition) => ({
    disposition,
    branches: body.branches.filter((branch) => branch.disposition === disposition),
  })).filter(({ branches }) => branches.length > 0);
  if (groups.length === 0) return <Nothing title={t('noBranches')} />;
  return (
    <section aria-labelledby="dispositions">
      <h2 id="dispositions">{t('dispositions')}</h2>
      {groups.map(({ disposition, branches }) => (
        <details key={disposition} className="panel" open={branches.length <= 60}>
          <summary>
            <b>{say(DISPOSITION_WORDS[disposition])}</b> · {t('branches', { count: branches.length })}
          </summary>
          <ul className="branch-names">
            {branches.map(({ runId, branchId }) => (
              <li key={runId}>{names[branchId]?.name}</li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}

function Confirm({ id, digest }: { readonly id: string; readonly digest: string }) {
  const { t } = useTranslation('rounds');
  const cache = useQueryClient();
  const navigate = route.useNavigate();
  const [kept, keep, forget] = useKept<{ readonly documentNumber?: string }>(`closeRound.${id}`, {});
  const { mutate, error, isPending } = api.useMutation('post', '/api/v1/rounds/{id}/close', {
    onSuccess: async () => {
      forget();
      await cache.invalidateQueries();
      await navigate({ to: '/rounds', search: keepCampaign });
    },
  });
  return (
    <section className="panel">
      {error && <ProblemNotice error={error} />}
      <Form<{ readonly documentNumber: string }>
        layout="vertical"
        requiredMark={false}
        initialValues={kept}
        onValuesChange={(_, typed) => keep(typed)}
        onFinish={(typed) => mutate({ params: { path: { id } }, body: { digest, ...typed } })}
      >
        <Form.Item
          name="documentNumber"
          label={t('documentNumber')}
          rules={[{ required: true, whitespace: true, message: t('documentNumberMissing') }]}
          {...(faultOf(error, '/documentNumber') && {
            validateStatus: 'error' as const,
            help: faultOf(error, '/documentNumber'),
          })}
        >
          <Input className="paper-number" maxLength={80} />
        </Form.Item>
        <Button type="primary" htmlType="submit" loading={isPending}>
          {t('confirm')}
        </Button>
      </Form>
    </section>
  );
}
