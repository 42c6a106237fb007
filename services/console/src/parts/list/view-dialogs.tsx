import { COMMAND_WORDS, type Look, type Role, ROLE_DEFINITIONS, ROLES } from '@app/domain';
import { Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCampaignId } from '../../app/campaign';
import { type HeldOffice, useMe } from '../../app/me';
import { api } from '../../client';
import { useWords } from '../../words/words';
import { CommandDialog } from '../command-dialog';
import { useOfficeName } from '../office-name';
import { type View, type Viewed, viewListOf } from './view';

interface SaveViewProps {
  readonly list: Viewed;
  readonly look: Look;
  /** The view that is changed; a new one without. */
  readonly view?: View;
  readonly onClose: () => void;
  readonly onSaved: (view: View) => void;
}

interface Typed {
  readonly name: string;
  readonly share: string;
}

/** Keeps a look at a list under a name, alone or with an office. */
export function SaveViewDialog({ list, look, view, onClose, onSaved }: SaveViewProps) {
  const { t } = useTranslation('parts');
  const say = useWords();
  const campaignId = useCampaignId();
  const created = api.useMutation('post', '/api/v1/views');
  const changed = api.useMutation('put', '/api/v1/views/{id}');
  const options = useShares(view);
  const { filters, sort, columns } = look;
  const send = async ({ name, share }: Typed) => {
    const body = { name, filters: { ...filters }, sort, columns: [...columns], shared: sharedOf(share) };
    const saved = view
      ? await changed.mutateAsync({ params: { path: { id: view.id }, header: { 'If-Match': view.etag } }, body })
      : await created.mutateAsync({ body: { ...body, list: viewListOf(list), ...(campaignId && { campaignId }) } });
    onSaved(saved);
  };
  return (
    <CommandDialog<Typed>
      what={say(view ? COMMAND_WORDS.changeView : COMMAND_WORDS.saveView)}
      initialValues={{ name: view?.name ?? '', share: shareOf(view?.shared ?? null) }}
      error={created.error ?? changed.error}
      isPending={created.isPending || changed.isPending}
      {...{ onClose, send }}
    >
      <p className="quiet">{t('view.keeps')}</p>
      <Form.Item
        name="name"
        label={t('view.name')}
        rules={[{ required: true, whitespace: true, message: t('view.nameMissing') }]}
      >
        <Input autoFocus maxLength={60} />
      </Form.Item>
      <Form.Item name="share" label={t('view.share')}>
        <Select options={options} showSearch={{ optionFilterProp: 'label' }} />
      </Form.Item>
    </CommandDialog>
  );
}

interface DeleteViewProps {
  readonly view: View;
  readonly onClose: () => void;
  readonly onDeleted: () => void;
}

export function DeleteViewDialog({ view: { id, etag, name }, onClose, onDeleted }: DeleteViewProps) {
  const { t } = useTranslation('parts');
  const say = useWords();
  const { mutateAsync, error, isPending } = api.useMutation('delete', '/api/v1/views/{id}');
  const send = async () => {
    await mutateAsync({ params: { path: { id }, header: { 'If-Match': etag } } });
    onDeleted();
  };
  return (
    <CommandDialog what={say(COMMAND_WORDS.deleteView)} {...{ onClose, send, error, isPending }}>
      <p>{t('view.deleteAbout', { name })}</p>
    </CommandDialog>
  );
}

/** Where others open it. */
export function ViewAddress({ view: { id, name }, onClose }: Omit<DeleteViewProps, 'onDeleted'>) {
  const { t } = useTranslation('parts');
  return (
    <Modal open title={t('view.address')} footer={null} onCancel={onClose} destroyOnHidden>
      <p>{t('view.addressText')}</p>
      <Input
        readOnly
        autoFocus
        aria-label={name}
        value={`${location.origin}/views/${id}`}
        onFocus={({ target }) => target.select()}
      />
    </Modal>
  );
}

const ALONE = 'alone';

/** `role` or `role/body`, as a value of the choice. */
function shareOf(shared: View['shared']): string {
  return shared ? [shared.role, shared.bodyId].filter(Boolean).join('/') : ALONE;
}

function sharedOf(share: string): { readonly role: Role; readonly bodyId: string | null } | null {
  if (share === ALONE) return null;
  const [role, bodyId = null] = share.split('/');
  return { role: role as Role, bodyId };
}

/** With whom it may be shared: his own offices and those of the same role; by the committee with every role. */
function useShares(view: View | undefined): { value: string; label: string }[] {
  const { t } = useTranslation('parts');
  const say = useWords();
  const officeName = useOfficeName();
  const { me, acting } = useMe();
  const isCommittee = ({ role, bodyKind }: HeldOffice) =>
    bodyKind === 'committee' && !ROLE_DEFINITIONS[role].administrator;
  const roles = acting.some(isCommittee) ? ROLES : [...new Set(acting.map(({ role }) => role))];
  const known = [
    { value: ALONE, label: t('view.alone') },
    ...acting.map((office) => ({ value: `${office.role}/${office.bodyId}`, label: officeName(office, me.names) })),
    ...roles.map((role) => ({ value: role, label: t('view.everywhere', { role: say(ROLE_DEFINITIONS[role]) }) })),
  ];
  const { shared } = view ?? {};
  const isKnown = !shared || known.some(({ value }) => value === shareOf(shared));
  return isKnown ? known : [...known, { value: shareOf(shared), label: say(ROLE_DEFINITIONS[shared.role]) }];
}
