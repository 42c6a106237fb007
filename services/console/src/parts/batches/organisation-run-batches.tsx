import { COMMAND_WORDS, shanghaiDateOf } from '@app/domain';
import { useQueries } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { api } from '../../client';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';
import { ProblemNotice } from '../problem-notice';
import type { Batches, BatchProps } from './batch';
import { BatchDialog } from './batch-dialog';

/** Each filing that waits for the committee, as it was sent. */
function RegisterFilings({ lines, whyNot, onClose }: BatchProps<components['schemas']['OrganisationRunLine']>) {
  const { t } = useTranslation('parts');
  const say = useWords();
  const { date } = useDates();
  const { mutateAsync, error, isPending } = api.useMutation('post', '/api/v1/filings/register');
  const doable = lines.filter((line) => whyNot(line) === null);
  const found = useQueries({
    queries: doable.map(({ id: organisationRunId }) =>
      api.queryOptions('get', '/api/v1/filings', { params: { query: { organisationRunId } } }),
    ),
  });
  const filings = found.map(({ data }) => data?.items.filter(({ sentAt }) => sentAt !== null).at(-1));
  const shown = lines.map((line) => {
    const at = doable.indexOf(line);
    const filing = filings[at];
    const fault = found[at]?.error;
    const preview = fault ? (
      <ProblemNotice error={fault} />
    ) : filing?.sentAt ? (
      t('batch.filing', { date: date(shanghaiDateOf(filing.sentAt)), count: filing.lines })
    ) : found[at]?.data ? (
      t('batch.noFiling')
    ) : (
      <Skeleton.Input size="small" active />
    );
    return { id: line.id, name: `${line.organisationName} ${line.year}`, preview, whyNot: whyNot(line) };
  });
  const send = () => mutateAsync({ body: { items: filings.map((filing) => ({ id: filing?.id ?? '' })) } });
  const isReady = filings.every((filing) => filing !== undefined);
  return (
    <BatchDialog
      what={say(COMMAND_WORDS.registerFiling)}
      lines={shown}
      {...{ isReady, send, error, isPending, onClose }}
    />
  );
}

/** What is done for many organisations at once. */
export const ORGANISATION_RUN_BATCHES: Batches<components['schemas']['OrganisationRunLine']> = {
  commands: [{ name: 'registerFiling', kind: 'organisation-run', Dialog: RegisterFilings }],
  nameOf: ({ organisationName }) => organisationName,
};
