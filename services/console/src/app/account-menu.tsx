import { DownOutlined, UserOutlined } from '@ant-design/icons';
import { ROLE_DEFINITIONS } from '@app/domain';
import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown, type MenuProps } from 'antd';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { client } from '../client';
import { CalendarFeedDialog } from '../pages/me/calendar-feed';
import { MailAddressDialog } from '../pages/me/mail-address';
import { useWords } from '../words/words';
import { may, useMe } from './me';
import { useOfficeChoice } from './office-choice';
import { forgetOffice } from './preferences';
import { queryClient } from './query-client';

const OUT = 'sign-out';
const CALENDAR = 'calendar-feed';
const MAIL = 'mail-address';

/** Who one is; whoever holds several offices acts in all of them or in the one he chooses. */
export function AccountMenu() {
  const { t } = useTranslation('app');
  const say = useWords();
  const { me, acting } = useMe();
  const choice = useOfficeChoice();
  const navigate = useNavigate();
  const [opened, open] = useState<string | null>(null);
  const [office] = acting;
  const shown = choice?.current ?? (office ? say(ROLE_DEFINITIONS[office.role]) : me.login);
  const several: MenuProps['items'] = choice
    ? [
        {
          type: 'group',
          label: choice.label,
          children: choice.options.map(({ value, label }) => ({ key: value, label })),
        },
      ]
    : [];
  const calendar = may('readTasks', acting) ? [{ key: CALENDAR, label: t('calendarFeed') }] : [];
  const mail = me.personId === null ? [] : [{ key: MAIL, label: t('mailAddress') }];
  const signOut = async () => {
    await client.DELETE('/api/v1/sessions/current').catch(() => undefined);
    forgetOffice();
    await navigate({ to: '/sign-in', search: {} });
    queryClient.clear();
  };
  const onClick = ({ key }: { readonly key: string }) => {
    if (key === OUT) void signOut();
    else if (key === CALENDAR || key === MAIL) open(key);
    else choice?.choose(key);
  };
  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          selectable: true,
          selectedKeys: choice ? [choice.chosen] : [],
          items: [
            { key: 'login', label: me.login, disabled: true },
            ...several,
            ...calendar,
            ...mail,
            { key: OUT, label: t('signOut') },
          ],
          onClick,
        }}
      >
        <Button type="text" icon={<UserOutlined />} aria-haspopup="menu">
          {shown} <DownOutlined />
        </Button>
      </Dropdown>
      <Suspense>
        {opened === CALENDAR && <CalendarFeedDialog onClose={() => open(null)} />}
        {opened === MAIL && <MailAddressDialog onClose={() => open(null)} />}
      </Suspense>
    </>
  );
}
