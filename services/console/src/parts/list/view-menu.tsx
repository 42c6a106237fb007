import { DownOutlined, EyeOutlined } from '@ant-design/icons';
import { COMMAND_WORDS } from '@app/domain';
import { useNavigate } from '@tanstack/react-router';
import { Button, Dropdown, type MenuProps } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keepCampaign } from '../../app/keep-campaign';
import { useWords } from '../../words/words';
import type { ListSearch } from './list';
import { useCurrentView, useViews } from './use-views';
import { heldOf, isAsKept, lookOf, searchOfView, type View, type Viewed } from './view';
import { DeleteViewDialog, SaveViewDialog, ViewAddress } from './view-dialogs';

interface ViewMenuProps {
  readonly list: Viewed;
  readonly search: ListSearch;
}

/** What of the menu is being done. */
type Doing = 'save-as' | 'save' | 'change' | 'address' | 'delete';

/** How this list is looked at: the person's views and his office's, and what is done with the one that is open. */
export function ViewMenu({ list, search }: ViewMenuProps) {
  const { t } = useTranslation('parts');
  const say = useWords();
  const navigate = useNavigate();
  const [doing, setDoing] = useState<Doing>();
  const { data } = useViews(list);
  const current = useCurrentView(list, search);
  const isChanged = current !== undefined && !isAsKept(list, current, search);
  const look = lookOf(list, search);
  const show = (shown: ListSearch) =>
    void navigate({ to: '.', search: (before: object) => ({ ...shown, ...keepCampaign(before) }) });
  const itemOf = (view: View) => ({
    key: view.id,
    label: view.isOwn ? view.name : t('view.of', { name: view.name, owner: data?.names[view.ownerId]?.name ?? '—' }),
  });
  const views = data?.items ?? [];
  const group = (label: string, members: readonly View[]): MenuProps['items'] =>
    members.length === 0 ? [] : [{ type: 'group', label, children: members.map(itemOf) }];
  const items: MenuProps['items'] = [
    ...(group(
      t('view.own'),
      views.filter(({ isOwn }) => isOwn),
    ) ?? []),
    ...(group(
      t('view.shared'),
      views.filter(({ isOwn }) => !isOwn),
    ) ?? []),
    ...(views.length === 0 ? [{ key: 'none', label: t('view.none'), disabled: true }] : []),
    ...(data?.nextCursor ? [{ key: 'more', label: t('view.more'), disabled: true }] : []),
    { type: 'divider' },
    ...(current?.isOwn && isChanged ? [{ key: 'save', label: say(COMMAND_WORDS.saveView) }] : []),
    { key: 'save-as', label: t('view.saveAs') },
    ...(current?.isOwn ? [{ key: 'change', label: t('view.fresh') }] : []),
    ...(current ? [{ key: 'address', label: t('view.address') }] : []),
    ...(current?.isOwn ? [{ key: 'delete', label: say(COMMAND_WORDS.deleteView), danger: true }] : []),
    ...(current ? [{ key: 'all', label: t('view.all') }] : []),
  ];
  const onClick: MenuProps['onClick'] = ({ key, domEvent }) => {
    domEvent.preventDefault(); // else Enter also presses what the dialog puts under it
    const chosen = views.find(({ id }) => id === key);
    if (chosen) show(searchOfView(chosen));
    else if (key === 'all') show({});
    else setDoing(key as Doing);
  };
  const close = () => setDoing(undefined);
  const name = current?.name;
  return (
    <>
      <Dropdown
        trigger={['click']}
        autoFocus
        classNames={{ root: 'view-items' }}
        menu={{ selectable: true, selectedKeys: current ? [current.id] : [], items, onClick }}
      >
        <Button icon={<EyeOutlined aria-hidden />} aria-haspopup="menu" className="view-button">
          {current ? t(isChanged ? 'view.changed' : 'view.current', { name }) : t('view.menu')}{' '}
          <DownOutlined aria-hidden />
        </Button>
      </Dropdown>
      {doing === 'save-as' && (
        <SaveViewDialog list={list} look={look} onClose={close} onSaved={(view) => show(searchOfView(view))} />
      )}
      {current && (doing === 'save' || doing === 'change') && (
        <SaveViewDialog
          list={list}
          look={doing === 'save' ? look : heldOf(list, current)}
          view={current}
          onClose={close}
          onSaved={(view) => doing === 'save' && show(searchOfView(view))}
        />
      )}
      {current && doing === 'address' && <ViewAddress view={current} onClose={close} />}
      {current && doing === 'delete' && (
        <DeleteViewDialog view={current} onClose={close} onDeleted={() => show({ ...search, view: undefined })} />
      )}
    </>
  );
}
