import { SearchOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { AutoComplete, Button, Modal, type RefSelectProps } from 'antd';
import { type Ref, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOwnPages } from './navigation';

/** Ctrl-K: to any page by its name. */
export function Palette() {
  const { t } = useTranslation('app');
  const [open, setOpen] = useState(false);
  const field = useRef<RefSelectProps>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
  return (
    <>
      <Button type="text" icon={<SearchOutlined />} onClick={() => setOpen(true)} aria-keyshortcuts="Control+K">
        {t('goTo')} <kbd>Ctrl K</kbd>
      </Button>
      <Modal
        title={t('goTo')}
        open={open}
        onCancel={() => setOpen(false)}
        footer={null}
        destroyOnHidden
        afterOpenChange={(shown) => shown && field.current?.focus()}
      >
        <Destinations field={field} onGo={() => setOpen(false)} />
      </Modal>
    </>
  );
}

interface DestinationsProps {
  readonly field: Ref<RefSelectProps>;
  readonly onGo: () => void;
}

/** What can be gone to, narrowed by what is typed. */
function Destinations({ field, onGo }: DestinationsProps) {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const options = useOwnPages().map(({ to, title }) => ({ value: title, to }));
  return (
    <AutoComplete
      ref={field}
      defaultOpen
      defaultActiveFirstOption
      style={{ width: '100%' }}
      aria-label={t('goTo')}
      placeholder={t('goToHint')}
      options={options}
      showSearch={{
        filterOption: (typed, option) => option?.value.toLowerCase().includes(typed.trim().toLowerCase()) ?? false,
      }}
      onSelect={(_: string, { to }: { readonly to: string }) => {
        onGo();
        void navigate({ to });
      }}
    />
  );
}
