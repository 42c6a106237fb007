import { COMMAND_WORDS } from '@app/domain';
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../client';
import { useWords } from '../words/words';
import { CommandDialog } from './command-dialog';

/** Where each paper that was handed over is returned. */
const PATHS = {
  returnSurvey: '/api/v1/surveys/{id}/return',
  returnBranchPlan: '/api/v1/branch-plans/{id}/return',
  returnAssessment: '/api/v1/assessments/{id}/return',
  returnReview: '/api/v1/reviews/{id}/return',
  returnOrganisationPlan: '/api/v1/organisation-plans/{id}/return',
  returnFiling: '/api/v1/filings/{id}/return',
} as const;

type ReturnCommand = keyof typeof PATHS;

export function isReturn(command: string): command is ReturnCommand {
  return Object.hasOwn(PATHS, command);
}

interface ReturnDialogProps {
  readonly command: ReturnCommand;
  /** Of the paper, or the filing. */
  readonly id: string;
  /** Whose paper. */
  readonly about: string;
  readonly onClose: () => void;
}

/** Sends back what was handed over, with what is to be corrected. */
export function ReturnDialog({ command, id, about, onClose }: ReturnDialogProps) {
  const { t } = useTranslation('parts');
  const say = useWords();
  const { mutateAsync, error, isPending } = api.useMutation('post', PATHS[command]);
  const send = ({ text }: { readonly text: string }) =>
    mutateAsync({ params: { path: { id } }, body: { lines: [{ pointer: '', text }] } });
  return (
    <CommandDialog
      what={say(COMMAND_WORDS[command])}
      place={`${command}.${id}`}
      {...{ onClose, send, error, isPending }}
    >
      <p>{t('returnAbout', { about })}</p>
      <Form.Item
        name="text"
        label={t('remark')}
        rules={[{ required: true, whitespace: true, message: t('remarkMissing') }]}
      >
        <Input.TextArea autoFocus rows={4} maxLength={2000} showCount />
      </Form.Item>
    </CommandDialog>
  );
}
