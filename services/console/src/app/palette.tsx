import { SearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReadLater } from './read-later';

const readDialog = async () => (await import('./palette-dialog')).PaletteDialog;

/** Ctrl-K: to any page by its name, any branch or organisation by its name or code. */
export function Palette() {
  const { t } = useTranslation('app');
  const [open, setOpen] = useState(false);
  const [Dialog, want] = useReadLater(readDialog);
  const call = () => {
    want();
    setOpen(true);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === 'Control' || event.key === 'Meta') return want(); // so that it is there by the next key
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      want();
      setOpen(true);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [want]);
  return (
    <>
      <Button
        type="text"
        icon={<SearchOutlined />}
        onClick={call}
        onPointerEnter={want}
        onFocus={want}
        aria-keyshortcuts="Control+K"
      >
        {t('goTo')} <kbd>Ctrl K</kbd>
      </Button>
      {Dialog && <Dialog open={open} onClose={() => setOpen(false)} />}
    </>
  );
}
