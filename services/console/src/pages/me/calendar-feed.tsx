import { CopyOutlined } from '@ant-design/icons';
import { COMMAND_WORDS } from '@app/domain';
import { useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Input, type InputRef, Modal, Space } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../app/preferences';
import { api } from '../../client';
import { Loaded } from '../../parts/loaded';
import { ProblemNotice } from '../../parts/problem-notice';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';

const FEED = ['get', '/api/v1/me/calendar-feed'] as const;

/** 日历订阅: one's own dates in one's own calendar, by an address that is shown once and can be taken back. */
export function CalendarFeedDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('me');
  const query = api.useQuery(...FEED, {});
  return (
    <Modal open title={t('calendar.title')} footer={null} onCancel={onClose} destroyOnHidden>
      <p>{t('calendar.text')}</p>
      <Loaded query={query} rows={1}>
        {({ issuedAt }) => <Address issuedAt={issuedAt} />}
      </Loaded>
    </Modal>
  );
}

function Address({ issuedAt }: { readonly issuedAt: string | null }) {
  const { t } = useTranslation('me');
  const say = useWords();
  const { time } = useDates();
  const { modal } = App.useApp();
  const cache = useQueryClient();
  const [address, show] = useState<string | null>(null);
  const onSettled = () => cache.invalidateQueries({ queryKey: FEED });
  const issue = api.useMutation('post', '/api/v1/me/calendar-feed', { onSettled });
  const revoke = api.useMutation('delete', '/api/v1/me/calendar-feed', { onSettled });
  const getOne = () => issue.mutate({ body: {} }, { onSuccess: (issued) => show(issued.address) });
  const sure = (what: string, content: string, act: () => void) =>
    void modal.confirm({ title: what, content, okText: what, autoFocusButton: 'cancel', onOk: act });
  const error = issue.error ?? revoke.error;
  const isPending = issue.isPending || revoke.isPending;
  if (issuedAt === null) {
    return (
      <>
        {error && <ProblemNotice error={error} />}
        <Button type="primary" loading={isPending} onClick={getOne}>
          {say(COMMAND_WORDS.issueCalendarFeed)}
        </Button>
      </>
    );
  }
  const stop = () => revoke.mutate({}, { onSuccess: () => show(null) });
  return (
    <>
      {address === null ? <p>{t('calendar.since', { time: time(issuedAt) })}</p> : <Shown address={address} />}
      {error && <ProblemNotice error={error} />}
      <div className="buttons">
        <Button loading={isPending} onClick={() => sure(t('calendar.another'), t('calendar.anotherText'), getOne)}>
          {t('calendar.another')}
        </Button>
        <Button
          danger
          loading={isPending}
          onClick={() => sure(say(COMMAND_WORDS.revokeCalendarFeed), t('calendar.revokeText'), stop)}
        >
          {say(COMMAND_WORDS.revokeCalendarFeed)}
        </Button>
      </div>
    </>
  );
}

/** The address as a calendar takes it, in the language of whoever asked for it. */
function Shown({ address }: { readonly address: string }) {
  const { t } = useTranslation('me');
  const { message } = App.useApp();
  const [language] = useLanguage();
  const input = useRef<InputRef>(null);
  const whole = `${location.origin}${address}${language === 'zh' ? '' : `?lang=${language}`}`;
  const copy = () => {
    input.current?.select();
    // the clipboard of a page that did not come by HTTPS is reached in this way only
    if (document.execCommand('copy')) void message.success(t('calendar.copied'));
  };
  return (
    <>
      <Alert type="warning" showIcon title={t('calendar.once')} description={t('calendar.onceText')} />
      <Space.Compact block className="calendar-address">
        <Input
          readOnly
          ref={input}
          aria-label={t('calendar.address')}
          value={whole}
          onFocus={({ target }) => target.select()}
        />
        <Button type="primary" icon={<CopyOutlined />} onClick={copy}>
          {t('calendar.copy')}
        </Button>
      </Space.Compact>
    </>
  );
}
