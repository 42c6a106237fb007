import { DownOutlined, UserOutlined } from '@ant-design/icons';
import { BODY_WORDS, ROLE_DEFINITIONS } from '@app/domain';
import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useTranslation } from 'react-i18next';
import { client } from '../client';
import { useDates } from '../words/dates';
import { useWords } from '../words/words';
import { type HeldOffice, useMe } from './me';
import { forgetOffice, useOffice } from './preferences';
import { queryClient } from './query-client';

const ALL = 'all';
const OUT = 'sign-out';

/** Who one is; whoever holds several offices acts in all of them or in the one he chooses. */
export function AccountMenu() {
  const { t } = useTranslation('app');
  const say = useWords();
  const { me, offices, acting } = useMe();
  const [office, choose] = useOffice();
  const navigate = useNavigate();
  const { inBrackets } = useDates();
  const nameOf = ({ role, bodyKind }: HeldOffice) =>
    `${say(ROLE_DEFINITIONS[role])}${inBrackets(say(BODY_WORDS[bodyKind]))}`;
  const shown =
    acting.length === 1 && acting[0]
      ? say(ROLE_DEFINITIONS[acting[0].role])
      : offices.length > 1
        ? t('allOffices')
        : me.login;
  const several: MenuProps['items'] =
    offices.length < 2
      ? []
      : [
          {
            type: 'group',
            label: t('actAs'),
            children: [
              { key: ALL, label: t('allOffices') },
              ...offices.map((held) => ({ key: held.id, label: nameOf(held) })),
            ],
          },
        ];
  const signOut = async () => {
    await client.DELETE('/api/v1/sessions/current').catch(() => undefined);
    forgetOffice();
    await navigate({ to: '/sign-in', search: {} });
    queryClient.clear();
  };
  const onClick = ({ key }: { readonly key: string }) => {
    if (key === OUT) return void signOut();
    choose(key === ALL ? null : key);
    void queryClient.invalidateQueries();
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        selectable: true,
        selectedKeys: [office ?? ALL],
        items: [{ key: 'login', label: me.login, disabled: true }, ...several, { key: OUT, label: t('signOut') }],
        onClick,
      }}
    >
      <Button type="text" icon={<UserOutlined />} aria-haspopup="menu">
        {shown} <DownOutlined />
      </Button>
    </Dropdown>
  );
}
