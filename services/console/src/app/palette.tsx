import { SearchOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { AutoComplete, Button, Modal, type RefSelectProps } from 'antd';
import { type Ref, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keepCampaign } from './keep-campaign';
import { type Destination, useBodies } from './destinations';
import { useOwnPages } from './navigation';

/** Ctrl-K: to any page by its name, any branch or organisation by its name or code. */
export function Palette() {
  const { t } = useTranslation('app');
  const [open, setOpen] = useState(false);
  const [hasGone, setGone] = useState(false);
  const field = useRef<RefSelectProps>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setGone(false);
      setOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <Button
        type="text"
        icon={<SearchOutlined />}
        onClick={() => {
          setGone(false);
          setOpen(true);
        }}
        aria-keyshortcuts="Control+K"
      >
        {t('goTo')} <kbd>Ctrl K</kbd>
      </Button>
      <Modal
        title={t('goTo')}
        open={open}
        onCancel={() => setOpen(false)}
        footer={null}
        destroyOnHidden
        focusable={{ focusTriggerAfterClose: !hasGone }}
        afterOpenChange={(shown) => (shown ? field.current?.focus() : hasGone && toPage())}
      >
        <Destinations
          field={field}
          onGo={() => {
            setGone(true);
            setOpen(false);
          }}
        />
      </Modal>
    </>
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
    ...pages.map(({ to, title }) => ({ value: to, label: title, to, search: {} })),
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
