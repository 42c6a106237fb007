import { CheckCircleFilled, ClockCircleOutlined, RightCircleFilled } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface StageProps {
  readonly title: string;
  readonly text: string;
  readonly state: 'done' | 'now' | 'ahead';
  /** Who acts, while it is its turn. */
  readonly waitsFor?: string;
  readonly children?: ReactNode;
}

const ICONS = { done: CheckCircleFilled, now: RightCircleFilled, ahead: ClockCircleOutlined };

/** One step of the ceremony, told by icon and word. */
export function Stage({ title, text, state, waitsFor, children }: StageProps) {
  const { t } = useTranslation('spot-checks');
  const Icon = ICONS[state];
  return (
    <li className={`panel stage stage-${state}`} aria-current={state === 'now' ? 'step' : undefined}>
      <header>
        <h2>{title}</h2>
        <span className="stage-state">
          <Icon aria-hidden="true" /> {t(`stage.${state}`)}
          {state === 'now' && waitsFor && ` · ${t('waiting', { who: waitsFor })}`}
        </span>
      </header>
      <p className="quiet">{text}</p>
      {children}
    </li>
  );
}
