import { SearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const readDialog = () => import('./palette-dialog');
const PaletteDialog = lazy(async () => ({ default: (await readDialog()).PaletteDialog }));

/** When the page stands, the dialog is read as well, so that it is there when it is called. */
const READ_AFTER_MS = 3000;

/** Ctrl-K: to any page by its name, any branch or organisation by its name or code. */
export function Palette() {
  const { t } = useTranslation('app');
  const [open, setOpen] = useState(false);
  const [isCalled, setCalled] = useState(false);
  const call = () => {
    setCalled(true);
    setOpen(true);
  };
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 'k') return;
      event.preventDefault();
      setCalled(true);
      setOpen(true);
    };
    const reading = setTimeout(() => void readDialog(), READ_AFTER_MS);
    window.addEventListener('keydown', onKey);
    return () => {
      clearTimeout(reading);
      window.removeEventListener('keydown', onKey);
    };
  }, []);
  return (
    <>
      <Button type="text" icon={<SearchOutlined />} onClick={call} aria-keyshortcuts="Control+K">
        {t('goTo')} <kbd>Ctrl K</kbd>
      </Button>
      {isCalled && (
        <Suspense>
          <PaletteDialog open={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
