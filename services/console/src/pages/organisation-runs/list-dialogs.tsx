import {
  type CarriedPass,
  carriedPassWords,
  type CivilDate,
  COMMAND_WORDS,
  formatPoints,
  shanghaiDateOf,
} from '@app/domain';
import { Checkbox, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { useCampaign } from '../../app/campaign';
import { api } from '../../client';
import { CommandDialog } from '../../parts/command-dialog';
import { DateField } from '../../parts/date-field';
import { Loaded } from '../../parts/loaded';
import { paperNumber, useDates } from '../../words/dates';
import { useWords } from '../../words/words';

type Names = components['schemas']['Names'];

interface DialogProps {
  /** Of the organisation's year. */
  readonly id: string;
  readonly onClose: () => void;
}

/** The list as it is generated from the branches' sheets, read before it is laid before the party group. */
export function ConclusionsDialog({ id, onClose }: DialogProps) {
  const { t } = useTranslation('organisation-runs');
  const say = useWords();
  const { comma } = useDates();
  const next = api.useQuery('get', '/api/v1/conclusions/next', { params: { query: { organisationRunId: id } } });
  const { mutateAsync, error, isPending } = api.useMutation('post', '/api/v1/conclusions/submit');
  const { pending = [], digest = '' } = next.data ?? {};
  const send = () => mutateAsync({ body: { organisationRunId: id, digest } });
  return (
    <CommandDialog
      what={say(COMMAND_WORDS.submitConclusions)}
      isReady={next.data !== undefined && pending.length === 0}
      {...{ onClose, send, error, isPending }}
    >
      <Loaded query={next}>
        {({ names, body: { passed, failed, reviewed } }) => (
          <>
            {pending.length > 0 && <p>{t('listPending', { names: namesOf(pending, names, comma) })}</p>}
            <Scored title={t('listPassed', { count: passed.length })} lines={passed} names={names} />
            <Scored title={t('listFailed', { count: failed.length })} lines={failed} names={names} />
            {reviewed.length > 0 && (
              <Scored
                title={t('listReviewed', { count: reviewed.length })}
                lines={reviewed.map(({ branchId }) => ({ branchId, score: null }))}
                names={names}
              />
            )}
          </>
        )}
      </Loaded>
    </CommandDialog>
  );
}

interface Decided {
  readonly number: string;
  readonly decidedOn: CivilDate;
  readonly struck?: readonly string[];
  /** Why, by branch. */
  readonly reasons?: Readonly<Record<string, string>>;
}

/** What the party group resolved on the list that lies before it: number and date of its paper, and whom it struck. */
export function DecisionDialog({ id, onClose }: DialogProps) {
  const { t } = useTranslation('organisation-runs');
  const say = useWords();
  const { data: campaign } = useCampaign();
  const laid = api.useQuery('get', '/api/v1/conclusions', { params: { query: { organisationRunId: id } } });
  const { mutateAsync, error, isPending } = api.useMutation('post', '/api/v1/decisions');
  const send = ({ number, decidedOn, struck = [], reasons = {} }: Decided) =>
    mutateAsync({
      body: {
        organisationRunId: id,
        digest: laid.data?.digest ?? '',
        number,
        decidedOn,
        struck: struck.map((branchId) => ({ branchId, reason: reasons[branchId] ?? '' })),
        recusals: [],
      },
    });
  return (
    <CommandDialog<Decided>
      what={say(COMMAND_WORDS.recordDecision)}
      place={`recordDecision.${id}`}
      isReady={laid.data !== undefined}
      {...(campaign && { initialValues: { decidedOn: shanghaiDateOf(campaign.clock.now) } })}
      {...{ onClose, send, error, isPending }}
    >
      <Loaded query={laid}>
        {({ no, names, body: { passed } }) => (
          <>
            <p>{t('decisionAbout', { no, count: passed.length })}</p>
            <Form.Item
              name="number"
              label={t('decisionNumber')}
              rules={[{ required: true, whitespace: true, message: t('decisionNumberMissing') }]}
            >
              <Input maxLength={80} autoFocus />
            </Form.Item>
            <Form.Item
              name="decidedOn"
              label={t('decidedOn')}
              rules={[{ required: true, message: t('decidedOnMissing') }]}
            >
              <DateField />
            </Form.Item>
            <Form.Item name="struck" label={t('strike')} extra={t('strikeHint')}>
              <Checkbox.Group
                className="stacked"
                options={passed.map(({ branchId, ...scored }) => ({
                  value: branchId,
                  label: `${names[branchId]?.name ?? ''} ${scoreIn(scored, say)}`,
                }))}
              />
            </Form.Item>
            <StruckReasons names={names} />
          </>
        )}
      </Loaded>
    </CommandDialog>
  );
}

/** A field for each branch that is struck: without a reason it is not. */
function StruckReasons({ names }: { readonly names: Names }) {
  const { t } = useTranslation('organisation-runs');
  const struck = Form.useWatch<readonly string[] | undefined>('struck') ?? [];
  return struck.map((branchId) => (
    <Form.Item
      key={branchId}
      name={['reasons', branchId]}
      label={t('strikeReason', { name: names[branchId]?.name })}
      rules={[{ required: true, whitespace: true, message: t('strikeReasonMissing') }]}
    >
      <Input.TextArea maxLength={2000} autoSize={{ minRows: 2 }} placeholder={t('strikeReasonHint')} />
    </Form.Item>
  ));
}

/** What was agreed to goes to the committee, as it was decided. */
export function FilingDialog({ id, onClose }: DialogProps) {
  const { t } = useTranslation('organisation-runs');
  const say = useWords();
  const { date } = useDates();
  const next = api.useQuery('get', '/api/v1/filings/next', { params: { query: { organisationRunId: id } } });
  const { mutateAsync, error, isPending } = api.useMutation('post', '/api/v1/filings');
  const send = () => mutateAsync({ body: { organisationRunId: id, digest: next.data?.digest ?? '' } });
  return (
    <CommandDialog
      what={say(COMMAND_WORDS.sendFiling)}
      isReady={next.data !== undefined}
      {...{ onClose, send, error, isPending }}
    >
      <Loaded query={next}>
        {({ names, body: { branches, decidedOn, decisionNumber } }) => (
          <>
            <p>{t('filingAbout', { date: date(decidedOn), number: paperNumber(decisionNumber) })}</p>
            <Scored
              title={t('listAgreed', { count: branches.length })}
              lines={branches.map((branchId) => ({ branchId, score: null }))}
              names={names}
            />
          </>
        )}
      </Loaded>
    </CommandDialog>
  );
}

interface ScoredProps {
  readonly title: string;
  readonly lines: readonly ({ readonly branchId: string } & ScoredLine)[];
  readonly names: Names;
}

interface ScoredLine {
  readonly score: number | null;
  readonly carriedPass?: CarriedPass;
}

/** A score, or the pass of an earlier round that is carried on. */
function scoreIn({ score, carriedPass }: ScoredLine, say: ReturnType<typeof useWords>): string {
  if (carriedPass) return say(carriedPassWords(carriedPass));
  return score === null ? '' : formatPoints(score);
}

function Scored({ title, lines, names }: ScoredProps) {
  const say = useWords();
  return (
    <section>
      <h3>{title}</h3>
      <ol className="branch-names">
        {lines.map(({ branchId, ...scored }) => (
          <li key={branchId}>
            {names[branchId]?.name} <b>{scoreIn(scored, say)}</b>
          </li>
        ))}
      </ol>
    </section>
  );
}

function namesOf(ids: readonly string[], names: Names, comma: string): string {
  return ids.map((id) => names[id]?.name ?? '').join(comma);
}
