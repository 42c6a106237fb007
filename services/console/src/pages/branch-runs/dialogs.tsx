import { SURVEY_CLASS_WORDS, SURVEY_CLASSES, type SurveyClass, type Words } from '@app/domain';
import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { useDimensionName } from '../../app/programme';
import { api } from '../../client';
import { CommandDialog } from '../../parts/command-dialog';
import { Loaded } from '../../parts/loaded';
import { PlanSummary } from '../../parts/plan-summary';
import { useWords } from '../../words/words';

interface BranchDialogProps {
  readonly run: components['schemas']['BranchRun'];
  /** Of the paper that it is about. */
  readonly paperId: string;
  readonly what: Words | undefined;
  readonly onClose: () => void;
}

export function OpenSurveyDialog({ run, what, onClose }: BranchDialogProps) {
  const { t } = useTranslation('branch-runs');
  const say = useWords();
  const { mutateAsync, error, isPending } = api.useMutation('post', '/api/v1/surveys');
  const send = () => mutateAsync({ body: { branchRunId: run.id } });
  return (
    <CommandDialog what={say(what)} {...{ onClose, send, error, isPending }}>
      <p>{t('openSurveyText', { name: run.branchName })}</p>
    </CommandDialog>
  );
}

/** What the branch wrote stands above the class that it is given. */
export function ConfirmSurveyDialog({ run, paperId, what, onClose }: BranchDialogProps) {
  const { t } = useTranslation('branch-runs');
  const say = useWords();
  const dimensionName = useDimensionName();
  const survey = api.useQuery('get', '/api/v1/surveys/{id}', { params: { path: { id: paperId } } });
  const { mutateAsync, error, isPending } = api.useMutation('post', '/api/v1/surveys/{id}/confirm');
  const send = ({ surveyClass }: { readonly surveyClass: SurveyClass }) =>
    mutateAsync({ params: { path: { id: paperId } }, body: { surveyClass } });
  return (
    <CommandDialog
      what={say(what)}
      place={`confirmSurvey.${paperId}`}
      width={640}
      isReady={survey.data !== undefined}
      {...{ onClose, send, error, isPending }}
    >
      <p>{t('surveyOf', { name: run.branchName, count: run.problems })}</p>
      <Loaded query={survey}>
        {({ body }) => (
          <table className="board answers">
            <tbody>
              {body.answers.map(({ dimension, found, note }) => (
                <tr key={dimension}>
                  <th scope="row">{dimensionName(dimension)}</th>
                  <td>{found ? t('found') : t('notFound')}</td>
                  <td>{note}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
      <Form.Item
        name="surveyClass"
        label={t('surveyClass')}
        rules={[{ required: true, message: t('surveyClassMissing') }]}
      >
        <Radio.Group options={SURVEY_CLASSES.map((value) => ({ value, label: say(SURVEY_CLASS_WORDS[value]) }))} />
      </Form.Item>
    </CommandDialog>
  );
}

export function ApproveDialog({ run, paperId, what, onClose }: BranchDialogProps) {
  const { t } = useTranslation('branch-runs');
  const say = useWords();
  const plan = api.useQuery('get', '/api/v1/branch-plans/{id}', { params: { path: { id: paperId } } });
  const { mutateAsync, error, isPending } = api.useMutation('post', '/api/v1/branch-plans/{id}/approve');
  const send = () => mutateAsync({ params: { path: { id: paperId } }, body: {} });
  return (
    <CommandDialog what={say(what)} isReady={plan.data !== undefined} {...{ onClose, send, error, isPending }}>
      <p>{t('planOf', { name: run.branchName })}</p>
      <Loaded query={plan}>{({ body }) => <PlanSummary plan={body} />}</Loaded>
    </CommandDialog>
  );
}

interface Dissolved {
  readonly documentNumber: string;
  readonly reason: string;
}

export function DissolveDialog({ run, what, onClose }: BranchDialogProps) {
  const { t } = useTranslation('branch-runs');
  const say = useWords();
  const { mutateAsync, error, isPending } = api.useMutation('post', '/api/v1/branches/{id}/dissolve');
  const send = (body: Dissolved) => mutateAsync({ params: { path: { id: run.branchId } }, body });
  return (
    <CommandDialog what={say(what)} place={`dissolveBranch.${run.id}`} {...{ onClose, send, error, isPending }}>
      <p>{t('dissolveText', { name: run.branchName, year: run.year })}</p>
      <Form.Item
        name="documentNumber"
        label={t('documentNumber')}
        rules={[{ required: true, whitespace: true, message: t('documentNumberMissing') }]}
      >
        <Input autoFocus maxLength={80} placeholder={t('documentNumberHint')} />
      </Form.Item>
      <Form.Item
        name="reason"
        label={t('reason')}
        rules={[{ required: true, whitespace: true, message: t('reasonMissing') }]}
      >
        <Input.TextArea rows={3} maxLength={2000} showCount />
      </Form.Item>
    </CommandDialog>
  );
}
