import { CheckOutlined, CloudSyncOutlined, DisconnectOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Trouble, useTrouble } from './trouble';

const ICONS: Readonly<Record<Trouble['state'], ReactNode>> = {
  silent: <DisconnectOutlined />,
  resending: <CloudSyncOutlined />,
  over: <CheckOutlined />,
};

/** Says on every page that the system does not answer, what becomes of what was typed and sent, and when it is over. */
export function TroubleLine() {
  const { t } = useTranslation('app');
  const trouble = useTrouble();
  return (
    <div className="trouble-line" role="status">
      {trouble && (
        <p className={trouble.state === 'over' ? 'light-well' : 'light-late'}>
          <span aria-hidden="true">{ICONS[trouble.state]}</span>
          {trouble.title || t(`trouble.${trouble.state}`)}
        </p>
      )}
    </div>
  );
}
