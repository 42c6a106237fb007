import { COMMAND_WORDS, DELIVERY_STATE_WORDS, MAIL_WISH_WORDS, MAIL_WISHES, type MailWish } from '@app/domain';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Input, Modal, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { api } from '../../client';
import { Loaded } from '../../parts/loaded';
import { ProblemNotice } from '../../parts/problem-notice';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';

const ADDRESS = ['get', '/api/v1/me/mail-address'] as const;

type Kept = components['schemas']['MailAddress'];

/** 邮件提醒: one's own notices by mail, to an address that one types oneself and takes away again. */
export function MailAddressDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('me');
  const query = api.useQuery(...ADDRESS, {});
  return (
    <Modal open title={t('mail.title')} footer={null} onCancel={onClose} destroyOnHidden>
      <p>{t('mail.text')}</p>
      <Loaded query={query} rows={2}>
        {(kept) => <Address kept={kept} />}
      </Loaded>
    </Modal>
  );
}

function Address({ kept }: { readonly kept: Kept }) {
  const { t } = useTranslation('me');
  const say = useWords();
  const { time } = useDates();
  const { message } = App.useApp();
  const cache = useQueryClient();
  const onSettled = () => cache.invalidateQueries({ queryKey: ADDRESS });
  const set = api.useMutation('put', '/api/v1/me/mail-address', { onSettled });
  const forget = api.useMutation('delete', '/api/v1/me/mail-address', { onSettled });
  const error = set.error ?? forget.error;
  const { last } = kept;
  const onFinish = (body: { address: string; wish: MailWish }) =>
    set.mutate({ body }, { onSuccess: () => void message.success(t('mail.done')) });
  return (
    <Form
      layout="vertical"
      initialValues={{ address: kept.address ?? '', wish: kept.wish ?? 'all' }}
      key={kept.since}
      onFinish={onFinish}
    >
      {!kept.isAvailable && (
        <Form.Item>
          <Alert type="warning" showIcon title={t('mail.off')} />
        </Form.Item>
      )}
      <Form.Item name="address" label={t('mail.address')} rules={[{ required: true, message: t('mail.needed') }]}>
        <Input autoComplete="email" maxLength={254} />
      </Form.Item>
      <Form.Item name="wish" label={t('mail.wish')}>
        <Radio.Group options={MAIL_WISHES.map((value) => ({ value, label: say(MAIL_WISH_WORDS[value]) }))} />
      </Form.Item>
      {last && (
        <p>
          {t('mail.last', { time: time(last.endedAt ?? last.madeAt), state: say(DELIVERY_STATE_WORDS[last.state]) })}
        </p>
      )}
      {error && <ProblemNotice error={error} />}
      <div className="buttons">
        <Button type="primary" htmlType="submit" loading={set.isPending}>
          {t('mail.save')}
        </Button>
        {kept.address !== null && (
          <Button danger loading={forget.isPending} onClick={() => forget.mutate({})}>
            {say(COMMAND_WORDS.forgetMailAddress)}
          </Button>
        )}
      </div>
    </Form>
  );
}
