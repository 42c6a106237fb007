import { DownloadOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../problem-notice';
import { type ListPath, type ListQuery, readCsv } from './lines';

interface ExportButtonProps {
  readonly path: ListPath;
  readonly asked: { readonly query: ListQuery; readonly fields: readonly string[] };
  readonly title: string;
}

/** The list as a file: the lines that the filters leave, in their order, with the columns shown. */
export function ExportButton({ path, asked, title }: ExportButtonProps) {
  const { t } = useTranslation('parts');
  const { modal } = App.useApp();
  const running = useRef<AbortController>(null);
  const [isRunning, setRunning] = useState(false);
  const begin = async () => {
    const abort = new AbortController();
    running.current = abort;
    setRunning(true);
    try {
      save(await readCsv(path, asked, abort.signal), `${title}.csv`);
    } catch (error) {
      if (!abort.signal.aborted) modal.error({ title: t('notExported'), content: <ProblemNotice error={error} /> });
    } finally {
      setRunning(false);
    }
  };
  return isRunning ? (
    <Button onClick={() => running.current?.abort()}>{t('cancelExport')}</Button>
  ) : (
    <Button icon={<DownloadOutlined />} onClick={() => void begin()}>
      {t('export')}
    </Button>
  );
}

function save(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
