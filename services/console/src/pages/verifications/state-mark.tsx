import {
  CheckCircleOutlined,
  CloseCircleOutlined,
  DisconnectOutlined,
  StopOutlined,
  SyncOutlined,
} from '@ant-design/icons';
import { VERIFICATION_WORDS, type VerificationState } from '@app/domain';
import type { ReactNode } from 'react';
import { useWords } from '../../words/words';

const MARKS: Readonly<Record<VerificationState, readonly [tone: string, icon: ReactNode]>> = {
  running: ['quiet', <SyncOutlined key="running" />],
  sound: ['light-well', <CheckCircleOutlined key="sound" />],
  faulty: ['light-late', <CloseCircleOutlined key="faulty" />],
  cancelled: ['quiet', <StopOutlined key="cancelled" />],
  'broken-off': ['light-near', <DisconnectOutlined key="broken-off" />],
};

/** How a verification stands, by shape and word. */
export function StateMark({ state }: { readonly state: VerificationState }) {
  const say = useWords();
  const [tone, icon] = MARKS[state];
  return (
    <span className={tone}>
      <span aria-hidden="true">{icon}</span> {say(VERIFICATION_WORDS[state])}
    </span>
  );
}
