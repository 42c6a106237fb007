import { useNavigate } from '@tanstack/react-router';
import { AutoComplete, Modal, type RefSelectProps } from 'antd';
import { type Ref, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Destination, useBodies } from './destinations';
import { keepCampaign } from './keep-campaign';
import { useOwnPages } from './navigation';

interface PaletteDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
}

/** Where to go: it is typed, and chosen among what is found. */
export function PaletteDialog({ open, onClose }: PaletteDialogProps) {
  const { t } = useTranslation('app');
  const [hasGone, setGone] = useState(false);
  const field = useRef<RefSelectProps>(null);
  const afterChange = (shown: boolean) => {
    if (shown) field.current?.focus();
    else if (hasGone) toPage();
    setGone(false);
  };
  return (
    <Modal
      title={t('goTo')}
      open={open}
      onCancel={onClose}
      footer={null}
      destroyOnHidden
      focusable={{ focusTriggerAfterClose: !hasGone }}
      afterOpenChange={afterChange}
    >
      <Destinations
        field={field}
        onGo={() => {
          setGone(true);
          onClose();
        }}
      />
    </Modal>
  );
}

/** Whoever went somewhere stands at the beginning of that page, though it is the one on which he was. */
function toPage(): void {
  document.querySelector('main')?.focus({ preventScroll: true });
}

interface DestinationsProps {
  readonly field: Ref<RefSelectProps>;
  readonly onGo: () => void;
}

/** What can be gone to, narrowed by what is typed: pages, branches, organisations. */
function Destinations({ field, onGo }: DestinationsProps) {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const { branches, organisations } = useBodies(typed);
  const word = typed.trim().toLowerCase();
  const pages = useOwnPages().filter(({ title }) => title.toLowerCase().includes(word));
  // no groups: their headings are no options, and antd says of them that they are not selected
  const named = (kind: string, found: readonly Destination[]) =>
    found.map((one) => ({ ...one, label: `${one.label} · ${kind}` }));
  const options: readonly Destination[] = [
    ...pages.map(({ to, search = {}, title }) => ({ value: to, label: title, to, search })),
    ...named(t('branches'), branches),
    ...named(t('organisations'), organisations),
  ];
  return (
    <AutoComplete
      ref={field}
      defaultOpen
      defaultActiveFirstOption
      style={{ width: '100%' }}
      aria-label={t('goTo')}
      placeholder={t('goToHint')}
      value={typed}
      options={[...options]}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      onSelect={(value: string) => {
        const chosen = options.find((option) => option.value === value);
        if (!chosen) return;
        onGo();
        const { to, search } = chosen;
        void navigate({ to, search: (before: object) => ({ ...keepCampaign(before), ...search }) });
      }}
    />
  );
}
