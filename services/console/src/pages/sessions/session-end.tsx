import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Me, meQuery } from '../../app/me';
import { queryClient } from '../../app/query-client';
import { noteSessionBegun, useSessionEnd } from '../../app/session';
import { SignInForm } from './sign-in-form';

/** The session ended under an open page: one signs in on top of it, and what was typed stays. Somebody else begins anew. */
export function SessionEnd() {
  const { t } = useTranslation('sessions');
  const hasEnded = useSessionEnd();
  const goOn = async () => {
    const before = queryClient.getQueryData<Me>(meQuery.queryKey);
    const now = await queryClient.fetchQuery({ ...meQuery, staleTime: 0 });
    if (before && before.login !== now.login) return location.assign('/');
    noteSessionBegun();
    await queryClient.invalidateQueries();
  };
  return (
    <Modal
      title={t('ended')}
      open={hasEnded}
      closable={false}
      mask={{ closable: false }}
      keyboard={false}
      footer={null}
      destroyOnHidden
    >
      <p>{t('endedText')}</p>
      <SignInForm onDone={goOn} />
    </Modal>
  );
}
